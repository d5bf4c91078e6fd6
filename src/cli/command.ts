import type { Config } from '../config/config.js'
import type { ExitCode } from '../errors/error.js'
import type { Output } from './output.js'

/** A flag of a command, in commander's notation. */
export interface OptionSpec {
  readonly flags: string
  readonly description: string
  /** Takes several values, one a flag. */
  readonly repeatable?: boolean
  readonly default?: string | boolean
  readonly choices?: readonly string[]
}

/** What a command is given: its arguments, its flags, the configuration (read when first asked for) and where to write. */
export interface Invocation {
  readonly args: readonly string[]
  /** By the camel-cased long name of the flag. */
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  /** Config file, environment and flags, merged; flags win. */
  config(): Promise<Config>
  readonly output: Output
}

/** One command; `commands/<verb>.ts` exports one, and imports what is heavy inside `run`. */
export interface CommandSpec {
  readonly name: string
  readonly summary: string
  readonly description?: string
  /** In commander's notation: `[ref]`, `<message>`, `[refs...]`. */
  readonly args?: readonly { readonly name: string; readonly description: string }[]
  readonly options: readonly OptionSpec[]
  readonly examples: readonly { readonly command: string; readonly does: string }[]
  run(invocation: Invocation): Promise<ExitCode>
}
