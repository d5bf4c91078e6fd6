import type { Diagnostic } from '../errors/error.js'

/** Where a command writes: data to stdout, everything else to stderr. */
export interface Output {
  readonly json: boolean
  /** True when stderr is a terminal: progress may be animated. */
  readonly interactive: boolean
  /** A line of data, on stdout. */
  data(text: string): void
  /** The one JSON document of a `--json` run, on stdout. */
  document(value: unknown): void
  /** A line for people, on stderr; silent in nothing but `--quiet`. */
  note(text: string): void
  diagnostic(diagnostic: Diagnostic): void
  /** Colours for stderr and stdout, off under NO_COLOR or without a terminal. */
  readonly style: Style
}

export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  cyan(text: string): string
}
