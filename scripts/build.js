// Makes dist/: the code by esbuild, as a few files with the packages in them, and the types by tsc. A command that had to find
// and read hundreds of small modules would spend more time on that than on its work. `--code` leaves the types out.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

const settings = {
  absWorkingDir: root,
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'external',
  // esbuild itself is a program of the platform; what archives need is loaded only for them, and zstd reads a file beside it;
  // the last is asked for only by parts of packages that we do not call.
  external: ['esbuild', '@bokuweb/zstd-wasm', 'aws4fetch', 'hyparquet', 'hyparquet-writer', 'typescript'],
  // umzug brings a command line of its own, which takes longer to load than all the rest of it. Ours has no use for it.
  alias: { '@rushstack/ts-command-line': './scripts/build/no-command-line.js' },
  // Packages of the old module system ask for `require`.
  banner: {
    js: `import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);`,
  },
  logLevel: 'error',
}
const entry = (name) => `src/${name}.ts`

/** A file each, with all that it needs. */
const whole = ['index', 'cli/run', 'database/embedded']

/** What is quick to load, since what is imported later is left to the files above; for bin/ and for scripts/docs.js. */
const light = [
  'cli/main',
  'cli/overview',
  'cli/help',
  'cli/program',
  'cli/registry',
  'errors/codes',
  'errors/error',
  'errors/exit-codes',
  'kinds/index',
]
const leaveLater = {
  name: 'leave-later',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined))
  },
}

const [, { metafile }] = await Promise.all([
  build({ ...settings, entryPoints: whole.map(entry) }),
  build({
    ...settings,
    entryPoints: light.map(entry),
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [leaveLater],
    metafile: true,
  }),
])

const chunks = join(root, 'dist/chunks')
const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)))
for (const name of readdirSync(chunks)) if (!made.has(name)) rmSync(join(chunks, name))

if (!process.argv.includes('--code')) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
