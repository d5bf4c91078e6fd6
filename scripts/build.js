// Makes dist/: the code by esbuild, packages included, and the types by tsc. What one command imports and another does not are
// files of their own (chunks/), so that each reads and compiles only what it needs. `--code` leaves the types out.
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
/** What is loaded from outside: by bin/, by users, by scripts/ and by processes of our own. */
const entries = [
  'index',
  'cli/main',
  'cli/run',
  'cli/overview',
  'cli/help',
  'cli/program',
  'cli/registry',
  'database/embedded',
  'errors/codes',
  'errors/error',
  'errors/exit-codes',
  'kinds/index',
]

const { metafile } = await build({
  ...settings,
  entryPoints: entries.map((name) => `src/${name}.ts`),
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
})

const chunks = join(root, 'dist/chunks')
const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)))
for (const name of readdirSync(chunks)) if (!made.has(name)) rmSync(join(chunks, name))

if (!process.argv.includes('--code')) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
