import { exitCodes, type ExitCode } from '../errors/error.js'
import { helpOfProgram } from './help.js'
import type { OutputStreams } from './output.js'
import { commands } from './registry.js'

/** Whether a command line names no command: it asks what there is. */
export const asksForOverview = ([first, second]: readonly string[]): boolean =>
  first === undefined || first === '--help' || first === '-h' || (first === 'help' && second === undefined)

/** Prints all commands: on stdout where that was asked for. */
export function showOverview([first]: readonly string[], streams: OutputStreams): ExitCode {
  const stream = first === undefined ? streams.stderr : streams.stdout
  stream.write(`${helpOfProgram(commands)}\n`)
  return first === undefined ? exitCodes.couldNotRun : exitCodes.done
}
