import { ruleOf } from '../errors/codes.js'
import type { Diagnostic, ExitCode } from '../errors/error.js'

/** A cause for a deploy to stop: a diagnostic with an exit code of its own. */
export interface Finding extends Diagnostic {
  readonly exitCode: ExitCode
}

export const finding = (
  code: string,
  exitCode: ExitCode,
  rest: Omit<Diagnostic, 'severity' | 'code' | 'rule'>,
): Finding => ({
  severity: 'error',
  code,
  rule: ruleOf(code),
  exitCode,
  ...rest,
})
