import { formatDiagnostic } from '../../src/cli/presenters/diagnostic.js'
import { createStyle } from '../../src/cli/style.js'
import { TidemarkError, type Diagnostic } from '../../src/errors/error.js'

const plain = createStyle(false)

/** What a person reads for a diagnostic. */
export const messageOf = (item: Diagnostic): string => formatDiagnostic(item, plain)

/** What a person reads when this fails; throws when it does not fail, or not with an error of ours. */
export async function messageFrom(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    if (error instanceof TidemarkError) return error.diagnostics.map(messageOf).join('\n')
    throw error
  }
  throw new Error('no error was thrown')
}
