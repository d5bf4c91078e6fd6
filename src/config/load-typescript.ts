import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildFailure, BuildResult, Message, Plugin } from 'esbuild'
import { TidemarkError, type DiagnosticInput, type Location } from '../errors/error.js'
import { codeLine, locateError, registerBundle } from './source-position.js'

/** What a file exports, by name. */
export type ModuleNamespace = Readonly<Record<string, unknown>>

/** What the files of a run were compiled to. */
export interface Bundle {
  readonly code: string
  /** Absolute paths of all files that went into it. */
  readonly inputs: readonly string[]
  /** What it imports when it runs, other than the tool. */
  readonly external: readonly string[]
}

const extensions = /\.(?:[cm]?ts|[cm]?js)$/
const notSource = /\.d\.[cm]?ts$|\.(?:test|spec)\.[cm]?[jt]s$/

/**
 * The files of declarations or migrations that a path means: itself, or all TypeScript and JavaScript below it, sorted.
 *
 * @throws TidemarkError TM002 when there is nothing at the path
 */
export async function findModules(path: string): Promise<readonly string[]> {
  const absolute = resolve(path)
  const found = await stat(absolute).catch((cause: unknown) => {
    throw new TidemarkError(
      {
        code: 'TM002',
        what: `there is no file or folder ${absolute}`,
        fix: 'correct the path in the config file or in --schema or --migrations',
      },
      { cause },
    )
  })
  if (found.isFile()) return [absolute]
  const entries = await readdir(absolute, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && extensions.test(entry.name) && !notSource.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](?:node_modules|\.[^\\/]+)[\\/]/.test(file.slice(absolute.length)))
    .toSorted()
}

/** Loads one file; see `loadModules`. */
export async function loadModule(file: string): Promise<ModuleNamespace> {
  return (await loadModules([file]))[file]!
}

/**
 * Loads TypeScript files, all in one bundle, so that hundreds of them cost hardly more than one. What they import from
 * `tidemark` is the running tool; packages are imported as they are; everything else is bundled.
 *
 * @returns what each file exports, by the path that was given
 * @throws TidemarkError TM004 to TM006, with file, line and the line's code; a TidemarkError that a file throws keeps its
 * code and is given the place it was thrown at
 */
export async function loadModules(
  files: readonly string[],
  onBundle?: (bundle: Bundle) => void,
): Promise<Readonly<Record<string, ModuleNamespace>>> {
  if (files.length === 0) return {}
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-load-'))
  try {
    const bundle = join(folder, `bundle-${randomBytes(4).toString('hex')}.mjs`)
    const { code, map, ...made } = await compile(files, bundle)
    onBundle?.({ code, ...made })
    await writeFile(bundle, code)
    registerBundle(bundle, map)
    const modules = (await evaluate(bundle)) as Record<string, ModuleNamespace>
    return Object.fromEntries(files.map((file, index) => [file, modules[`m${index}`]!]))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function evaluate(bundle: string): Promise<ModuleNamespace> {
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(bundle).href)) as ModuleNamespace
  } catch (cause) {
    throw thrownByModule(cause)
  }
}

/** An error that came out of a user's file while it was loaded. */
function thrownByModule(cause: unknown): TidemarkError {
  const at = locateError(cause)
  const place = at === undefined ? {} : { at }
  if (cause instanceof TidemarkError) {
    return new TidemarkError(
      cause.diagnostics.map((item) => ({ ...place, ...item })),
      { exitCode: cause.exitCode, cause },
    )
  }
  const what =
    cause instanceof Error ? `${cause.name}: ${cause.message}` : `it throws ${String(cause)}, which is not an Error`
  return new TidemarkError(
    { code: 'TM005', what, why: 'the file throws this while it is loaded', fix: 'correct the file', ...place },
    { cause },
  )
}

interface Compiled extends Bundle {
  readonly map: string
}

async function compile(files: readonly string[], bundle: string): Promise<Compiled> {
  const tool = (await import('../index.js')) as Record<string, unknown>
  const first = await bundled(files, bundle, tool, false)
  // Only code that asks where it lies needs the slower way, where each file is told.
  return first.code.includes('import.meta.') ? bundled(files, bundle, tool, true) : first
}

async function bundled(
  files: readonly string[],
  bundle: string,
  tool: Record<string, unknown>,
  withMeta: boolean,
): Promise<Compiled> {
  const contents = files.map((file, index) => `export * as m${index} from ${JSON.stringify(resolve(file))}`).join('\n')
  const { build } = await import('esbuild')
  // Paths are told from here; by itself esbuild tells them from where the process was when it was loaded.
  const absWorkingDir = process.cwd()
  const result: BuildResult = await build({
    absWorkingDir,
    stdin: { contents, loader: 'js', resolveDir: absWorkingDir },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    outfile: bundle,
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [imports(tool), ...(withMeta ? [importMeta] : [])],
  }).catch((failure: BuildFailure) => {
    if (!Array.isArray(failure.errors)) throw failure
    throw new TidemarkError(failure.errors.slice(0, 10).map(compileError), { cause: failure })
  })
  const text = (end: string): string => result.outputFiles!.find((file) => file.path.endsWith(end))!.text
  const { inputs, outputs } = result.metafile!
  return {
    code: text('.mjs'),
    map: text('.map'),
    inputs: Object.keys(inputs).flatMap((path) => (/^(?:<stdin>|\w+:)/.test(path) ? [] : resolve(path))),
    external: Object.values(outputs).flatMap((output) =>
      output.imports.flatMap((item) => (item.external === true ? item.path : [])),
    ),
  }
}

/** The running tool as a module: the same instance, whatever copy of the package lies near the user's files. */
function imports(tool: Record<string, unknown>): Plugin {
  ;(globalThis as Record<symbol, unknown>)[Symbol.for('tidemark.tool')] = tool
  const names = Object.keys(tool)
  // A name may be a reserved word: it is exported, but never declared.
  const contents = `const { ${names.map((name, index) => `${name}: $${index}`).join(', ')} } = globalThis[Symbol.for('tidemark.tool')]
export { ${names.map((name, index) => `$${index} as ${name}`).join(', ')} }`
  return {
    name: 'tidemark',
    setup({ onResolve, onLoad, resolve: find }) {
      onResolve({ filter: /^tidemark$/ }, () => ({ path: 'tidemark', namespace: 'tidemark' }))
      onLoad({ filter: /.*/, namespace: 'tidemark' }, () => ({ contents, loader: 'js' }))
      // A bare name that is not ours. The bundle lies elsewhere, so a package is imported by its address.
      onResolve(
        { filter: /^(?:[^./t]|t(?:[^i]|$)|ti(?:[^d]|$)|tid(?:[^e]|$))/ },
        async ({ pluginData, path, ...from }) => {
          if (pluginData === 'asked' || from.kind === 'entry-point' || path.startsWith('node:')) return undefined
          const { importer, namespace, resolveDir, kind } = from
          const found = await find(path, { importer, namespace, resolveDir, kind, pluginData: 'asked' })
          // Asked again without us, esbuild says where the import stands that leads nowhere.
          if (found.errors.length > 0) return undefined
          const isPackage = /[\\/]node_modules[\\/]/.test(found.path) && !/\.[cm]?tsx?$/.test(found.path)
          return isPackage ? { path: pathToFileURL(found.path).href, external: true } : found
        },
      )
    },
  }
}

/** Gives each file its own `import.meta.url`, which in a bundle would be that of the bundle. */
const importMeta: Plugin = {
  name: 'import-meta',
  setup({ onLoad }) {
    onLoad({ filter: extensions, namespace: 'file' }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises')
      const text = await readFile(path, 'utf8')
      if (!text.includes('import.meta.')) return undefined
      const own = {
        url: pathToFileURL(path).href,
        filename: path,
        dirname: dirname(path),
      }
      const contents = text.replace(/\bimport\.meta\.(url|filename|dirname)\b/g, (_, key: keyof typeof own) =>
        JSON.stringify(own[key]),
      )
      return { contents, loader: /\.[cm]?ts$/.test(path) ? 'ts' : 'js' }
    })
  },
}

function compileError(message: Message): DiagnosticInput {
  const unresolved = /^(?:Could not resolve|No matching export)/.test(message.text)
  return {
    code: unresolved ? 'TM006' : 'TM004',
    what: message.text.replace('"tidemark:tidemark"', '"tidemark"'),
    fix: unresolved ? fixOfImport(message) : 'correct the file',
    ...(message.location === null ? {} : { at: locationOf(message.location) }),
  }
}

function fixOfImport({ text, notes }: Message): string {
  if (text.startsWith('No matching')) {
    const near = /^Did you mean to import (".*")/.exec(notes[0]?.text ?? '')?.[1]
    return near === undefined ? 'correct the name that is imported' : `did you mean ${near}?`
  }
  const name = /"([^"]*)"/.exec(text)?.[1] ?? ''
  return /^[./]/.test(name) ? 'correct the path of the import' : `install the package: npm install ${name}`
}

function locationOf({ file, line, column, lineText }: NonNullable<Message['location']>): Location {
  const path = resolve(file)
  return { file: path, line, column: column + 1, code: codeLine(path, line) ?? lineText.trim() }
}
