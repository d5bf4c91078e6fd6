import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { cosmiconfig, defaultLoaders } from 'cosmiconfig'
import { TidemarkError } from '../errors/error.js'
import { fileNameProblem } from '../revisions/file-name.js'
import type { Hooks } from '../runner/hooks.js'
import { defineConfig, type Config, type UserConfig } from './config.js'
import { loadPlain } from './load-plain.js'
import { loadModule } from './load-typescript.js'

/** The flags that have a say in the configuration; by their camel-cased names. */
export interface ConfigFlags {
  readonly config?: string
  readonly url?: string
  readonly schema?: string
  readonly migrations?: string
  readonly scratchUrl?: string
  readonly allow?: readonly string[]
  readonly yes?: boolean
  readonly json?: boolean
}

/**
 * The configuration of a run: flags win over the environment, the environment over the config file. Paths of flags are
 * relative to the working directory, those of the file to the file.
 *
 * @throws TidemarkError TM001 to TM006
 */
export async function loadConfig(
  flags: ConfigFlags,
  { cwd = process.cwd(), env = process.env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Config> {
  const found = await findFile(flags, cwd)
  if (found === undefined && flags.url === undefined && flags.schema === undefined && flags.migrations === undefined) {
    throw noConfig(cwd)
  }
  const user = found === undefined ? {} : validate(found.config, found.file)
  const root = found === undefined ? cwd : dirname(found.file)
  const path = (flag: string | undefined, fromFile: string | undefined, standard: string): string =>
    flag === undefined ? resolve(root, fromFile ?? standard) : resolve(cwd, flag)
  const url = flags.url ?? nonEmpty(env['DATABASE_URL']) ?? user.url
  const scratchUrl = flags.scratchUrl ?? user.scratchUrl
  return {
    root,
    ...(found === undefined ? {} : { file: found.file }),
    ...(url === undefined ? {} : { url }),
    schema: path(flags.schema, user.schema, 'schema'),
    migrations: path(flags.migrations, user.migrations, 'migrations'),
    ...(scratchUrl === undefined ? {} : { scratchUrl }),
    allow: [...(user.allow ?? []), ...(flags.allow ?? [])],
    templates: resolve(root, user.templates ?? 'templates'),
    ...(user.fileName === undefined ? {} : { fileName: user.fileName }),
    ...(user.afterWrite === undefined ? {} : { afterWrite: user.afterWrite }),
    ...(user.hooks === undefined ? {} : { hooks: user.hooks }),
    yes: flags.yes ?? false,
    json: flags.json ?? false,
  }
}

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

async function findFile(flags: ConfigFlags, cwd: string): Promise<{ config: unknown; file: string } | undefined> {
  const load = async (file: string): Promise<unknown> =>
    loadPlain([file], { defineConfig }, /=>|\bfunction\b/).get(file) ?? configOf(await loadModule(file), file)
  const explorer = cosmiconfig('tidemark', {
    searchPlaces: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json']
      .map((end) => `tidemark.config.${end}`)
      .concat('package.json'),
    loaders: { '.ts': load, '.mts': load, '.js': load, '.mjs': load, '.cjs': load, '.json': json },
    searchStrategy: 'none',
    cache: false,
  })
  if (flags.config === undefined) {
    // Each folder up to the root, past the package.json at which cosmiconfig would stop, and not the one of the user's home.
    for (let folder = cwd; ; folder = dirname(folder)) {
      const result = await explorer.search(folder)
      if (result !== null) return { config: result.config, file: result.filepath }
      if (folder === dirname(folder)) return undefined
    }
  }
  const file = resolve(cwd, flags.config)
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new TidemarkError({
      code: 'TM002',
      what: `there is no config file ${file}`,
      why: 'it is named by --config',
      fix: 'correct --config, or write one: tidemark init',
    })
  }
  const result = await explorer.load(file)
  return { config: result?.config, file }
}

function json(file: string, content: string): unknown {
  try {
    return defaultLoaders['.json'](file, content)
  } catch (cause) {
    throw new TidemarkError(
      {
        code: 'TM004',
        what: 'the file is not valid JSON',
        why: (cause as Error).message.split('\n')[0]!,
        fix: 'correct the file',
        at: { file },
      },
      { cause },
    )
  }
}

function configOf(module: Readonly<Record<string, unknown>>, file: string): unknown {
  if ('default' in module) return module['default']
  throw new TidemarkError({
    code: 'TM003',
    what: 'the config file has no default export',
    why: 'the default export is the configuration',
    fix: "write: export default defineConfig({ schema: 'schema', migrations: 'migrations' })",
    at: { file },
  })
}

/** What a key has to be, for people. */
const shapes = { string: 'string', list: 'list of strings', hooks: 'set of functions' } as const

const kinds: { readonly [K in keyof Required<UserConfig>]: keyof typeof shapes } = {
  url: 'string',
  schema: 'string',
  migrations: 'string',
  scratchUrl: 'string',
  allow: 'list',
  fileName: 'string',
  templates: 'string',
  afterWrite: 'list',
  hooks: 'hooks',
}

const hookNames: { readonly [K in keyof Required<Hooks>]: true } = {
  beforeAll: true,
  beforeEach: true,
  afterEach: true,
  afterAll: true,
  onError: true,
}

function validate(config: unknown, file: string): UserConfig {
  const invalid = (what: string, why: string, fix: string): TidemarkError =>
    new TidemarkError({ code: 'TM003', what, why, fix, at: { file } })
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw invalid(
      'the configuration is not an object',
      'it has to be an object such as { schema, migrations }',
      'export defineConfig({ … })',
    )
  }
  for (const [key, value] of Object.entries(config)) {
    if (value === undefined) continue
    const kind = kinds[key as keyof UserConfig] as keyof typeof shapes | undefined
    if (kind === undefined) {
      throw invalid(
        `the configuration has an unknown key ${key}`,
        `known are ${Object.keys(kinds).join(', ')}`,
        'correct or remove it',
      )
    }
    if (!fits[kind](value))
      throw invalid(
        `${key} of the configuration is not a ${shapes[kind]}`,
        kind === 'hooks' ? `hooks are ${Object.keys(hookNames).join(', ')}` : `it is ${describe(value)}`,
        'correct it',
      )
  }
  const user = config as UserConfig
  const problem = user.fileName === undefined ? undefined : fileNameProblem(user.fileName)
  if (problem !== undefined) throw invalid('fileName of the configuration cannot name files', problem, 'correct it')
  return user
}

const fits: { readonly [K in keyof typeof shapes]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  list: (value) => isList(value),
  hooks: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([name, hook]) => Object.hasOwn(hookNames, name) && typeof hook === 'function'),
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string')

// Only the type: the value may be a connection string with a password.
const describe = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`

function noConfig(cwd: string): TidemarkError {
  return new TidemarkError({
    code: 'TM001',
    what: `there is no tidemark.config.ts in ${cwd} or above it`,
    why: 'and no flag says which schema, migrations or database is meant',
    fix: ['write one: tidemark init', 'or pass --url, --schema and --migrations'],
  })
}
