import { accessSync, constants, statfsSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Tests that ask no server, or whose examples show what only the newest can do: on older servers (PG_MAJOR) they would only say
 * again what they said on the newest.
 */
const newestOnly = [
  ...[
    'adopt',
    'cli',
    'config',
    'diff',
    'docs',
    'graph',
    'hazards',
    'merge',
    'plan',
    'revisions',
    'scripts',
    'sql',
    'types',
  ].map((folder) => `${folder}/**`),
  'database/url.test.ts',
  'kinds/privileges.test.ts',
  'properties/{kind-names,pure}.test.ts',
  'runner/segments.test.ts',
].map((name) => `test/${name}`)

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** The versions of PostgreSQL to test on, such as PG_MAJOR=14,18; by default the newest. */
const majors = (process.env['PG_MAJOR'] ?? '18').split(',')

/**
 * Where servers and projects lie: in memory, where the system has room for it, since making and dropping hundreds of databases is
 * mostly files made and removed. That nothing waits for a disk is so anyway (fsync is off).
 */
function temporaryFolder(): string {
  const memory = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(memory)
    accessSync(memory, constants.W_OK)
    return bavail * bsize > 8 * 2 ** 30 ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}
process.env['TMPDIR'] ??= temporaryFolder()

/** What takes longest first: last it would keep one worker busy while the others have nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /\/(?:cases|properties\/schemas|docs\/coming-from)\.test\.ts$/.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  resolve: {
    alias: { tidemark: path('./src/index.ts') },
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Tests wait for the server more than they compute.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    // Each with a server of its own, and all files of all of them in one queue: no worker waits for the last file of a version.
    projects: majors.map((major) => ({
      extends: true,
      test: {
        name: `PostgreSQL ${major}`,
        include: ['test/**/*.test.ts'],
        exclude: ['**/node_modules/**', ...(major === '18' ? [] : newestOnly)],
        globalSetup: ['test/support/global-setup.ts'],
        setupFiles: ['test/support/each-file.ts'],
        // To load the sources takes longer than most files run: once for each worker, not for each file.
        isolate: false,
        // Users' files are run as they are bundled, so that places in them are right.
        server: { deps: { external: [/bundle-\w+\.mjs$/] } },
        env: { NO_COLOR: '1', TZ: 'UTC', PG_MAJOR: major },
      },
    })),
  },
})
