import { ruleOf } from './codes.js'

/** Where a finding or an error points: a file with a line, or an object of the database. */
export interface Location {
  readonly file: string
  /** Counted from 1. */
  readonly line?: number
  readonly column?: number
  /** The line of code itself, shown under the message. */
  readonly code?: string
}

/** The one shape behind every error, hazard and finding; text, JSON and SARIF are made from it. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'note'
  /** A stable code such as `TM203`; `docs/errors/` has a page for each. */
  readonly code: string
  /** A short name of the code, such as `destructive-drop`. */
  readonly rule: string
  /** The object or file that it is about. */
  readonly subject?: string
  readonly what: string
  readonly why?: string
  /** What to do; several lines where there are choices. */
  readonly fix?: string | readonly string[]
  readonly at?: Location
}

/** Exit codes that scripts rely on; `docs/exit-codes.md` lists them. */
export const exitCodes = {
  done: 0,
  bug: 1,
  couldNotRun: 2,
  refused: 3,
  pending: 4,
  drift: 5,
  undeclaredChange: 6,
  severalHeads: 7,
  hazard: 8,
  partitionsMissing: 9,
  notReversible: 10,
  partitionsNeglected: 11,
  different: 12,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A diagnostic as it is written in code: its rule follows from its code. */
export type DiagnosticInput = Omit<Diagnostic, 'severity' | 'rule'> & Partial<Pick<Diagnostic, 'severity' | 'rule'>>

/** Completes a diagnostic: an error unless it says otherwise, with the rule name of its code. */
export function diagnostic(input: DiagnosticInput): Diagnostic {
  const { severity = 'error', code, rule = ruleOf(code), ...rest } = input
  return { severity, code, rule, ...rest }
}

/** An error that a user can act on. Anything else that is thrown is a bug of ours (exit code 1). */
export class TidemarkError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  readonly exitCode: ExitCode

  constructor(
    input: DiagnosticInput | readonly DiagnosticInput[],
    options: { exitCode?: ExitCode; cause?: unknown } = {},
  ) {
    const list = (Array.isArray(input) ? (input as readonly DiagnosticInput[]) : [input as DiagnosticInput]).map(
      diagnostic,
    )
    super(list.map((item) => item.what).join('\n'), { cause: options.cause })
    this.name = 'TidemarkError'
    this.diagnostics = list
    this.exitCode = options.exitCode ?? exitCodes.couldNotRun
  }
}
