import type { Hooks } from '../runner/hooks.js'

/** What a config file may say; `defineConfig` gives its type to `tidemark.config.ts`. Paths are relative to the config file. */
export interface UserConfig {
  /** Connection string; by default DATABASE_URL, else the embedded server. */
  url?: string
  /** A file or a folder of declarations. Default: `schema`. */
  schema?: string
  /** The folder of migration files. Default: `migrations`. */
  migrations?: string
  /** A server (or database) on which scratch databases may be made. Default: the server of `url`. */
  scratchUrl?: string
  /** Hazard codes that are always allowed. */
  allow?: readonly string[]
  /** How new migration files are named. Default: `{year}{month}{day}T{hour}{minute}_{revision}_{slug}`. */
  fileName?: string
  /** A folder of templates for `revision --template`; `empty.ts` is the one that is used by default. Default: `templates`. */
  templates?: string
  /** Shell commands that are run on every new migration file, whose path they get as their last argument. */
  afterWrite?: readonly string[]
  /** Functions that `up` and `down` call: before and after all, each migration, on error. */
  hooks?: Hooks
}

/** The configuration of one run: config file, environment and flags merged, paths absolute. */
export interface Config {
  /** The folder that paths are shown relative to: that of the config file, else the working directory. */
  readonly root: string
  /** The config file, when there is one. */
  readonly file?: string
  /** `undefined` means the embedded server. */
  readonly url?: string
  readonly schema: string
  readonly migrations: string
  readonly scratchUrl?: string
  readonly allow: readonly string[]
  readonly fileName?: string
  readonly templates: string
  readonly afterWrite?: readonly string[]
  readonly hooks?: Hooks
  readonly yes: boolean
  readonly json: boolean
}

export function defineConfig(config: UserConfig): UserConfig {
  return config
}
