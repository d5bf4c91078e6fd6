import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * Folders whose tests ask no server, or whose examples show what only the newest can do: on older servers (PG_MAJOR) they
 * would only say again what they said on the newest.
 */
const serverless = [
  'adopt',
  'cli',
  'config',
  'diff',
  'docs',
  'graph',
  'hazards',
  'merge',
  'plan',
  'scripts',
  'sql',
  'types',
]

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  resolve: {
    alias: { tidemark: path('./src/index.ts') },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      ...(process.env['PG_MAJOR'] === undefined ? [] : serverless.map((folder) => `test/${folder}/**`)),
    ],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Tests wait for the server more than they compute.
    maxWorkers: Math.max(2, availableParallelism()),
    // Users' files are run as they are bundled, so that places in them are right.
    server: { deps: { external: [/bundle-\w+\.mjs$/] } },
    env: { NO_COLOR: '1', TZ: 'UTC' },
  },
})
