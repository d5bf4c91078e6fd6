import { exitCodes, TidemarkError, type ExitCode } from '../errors/error.js'
import { helpOfProgram } from './help.js'
import { installInterrupts } from './interrupt.js'
import { createOutput, type Output, type OutputStreams } from './output.js'
import { loadCommand, loadCommands } from './registry.js'

/** Runs a command line in this process, which ends with its exit code. */
export async function runAndExit(args: readonly string[]): Promise<void> {
  // A reader that has seen enough (`tidemark history | head -1`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done)
    throw error
  })
  installInterrupts()
  const code = await run(args, process)
  process.stdout.write('', () => process.exit(code))
}

/** Runs a command line; what goes wrong becomes a message and an exit code. */
export async function run(args: readonly string[], streams: OutputStreams): Promise<ExitCode> {
  const output = createOutput({ json: args.includes('--json'), quiet: args.includes('--quiet') }, streams)
  try {
    return await dispatch(args, output)
  } catch (error) {
    if (!(error instanceof TidemarkError)) {
      const { bugReport } = await import('./presenters/bug.js')
      streams.stderr.write(bugReport(error, args))
      return exitCodes.bug
    }
    if (output.json) output.document({ errors: error.diagnostics })
    for (const item of error.diagnostics) output.diagnostic(item)
    return error.exitCode
  }
}

async function dispatch(args: readonly string[], output: Output): Promise<ExitCode> {
  const [first, ...rest] = args
  if (first === 'help' && rest[0] !== undefined) return dispatch([rest[0], '--help'], output)
  const spec = first === undefined ? undefined : await loadCommand(first)
  if (spec !== undefined) return (await import('./program.js')).runCommand(spec, rest, output)
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const help = helpOfProgram(await loadCommands())
    if (first === undefined) output.note(help)
    else output.data(help)
    return first === undefined ? exitCodes.couldNotRun : exitCodes.done
  }
  return (await import('./program.js')).reportUnknown(args)
}
