import { stripVTControlCharacters } from 'node:util'
import type { Diagnostic } from '../errors/error.js'
import { formatDiagnostic } from './presenters/diagnostic.js'
import { createStyle, wantsColour } from './style.js'

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

interface Stream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Where output goes: `process`, or what a test reads back. */
export interface OutputStreams {
  readonly stdout: Stream
  readonly stderr: Stream
}

/** Output to these streams; each is coloured only when it is a terminal itself. */
export function createOutput(
  { json, quiet }: { json: boolean; quiet: boolean },
  { stdout, stderr }: OutputStreams,
): Output {
  const onStdout = wantsColour(stdout)
  const onStderr = wantsColour(stderr)
  const style = createStyle(onStdout || onStderr)
  const toStdout = (text: string): void => void stdout.write(`${onStdout ? text : stripVTControlCharacters(text)}\n`)
  const toStderr = (text: string): void => void stderr.write(`${onStderr ? text : stripVTControlCharacters(text)}\n`)
  return {
    json,
    interactive: stderr.isTTY === true && !quiet && process.env['CI'] === undefined,
    style,
    data: toStdout,
    document: (value) => toStdout(JSON.stringify(value, null, 2)),
    note: (text) => {
      if (!quiet) toStderr(text)
    },
    diagnostic: (item) => {
      if (!quiet || item.severity === 'error') toStderr(formatDiagnostic(item, style))
    },
  }
}
