import { exitCodes, TidemarkError, type ExitCode } from '../errors/error.js'
import { installInterrupts } from './interrupt.js'
import type { OutputStreams } from './output.js'
import { asksForOverview, showOverview } from './overview.js'
import { commandNamed } from './registry.js'

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
  const [first, ...rest] = args
  if (first === 'help' && rest[0] !== undefined) return run([rest[0], '--help'], streams)
  if (asksForOverview(args)) return showOverview(args, streams)
  const { createOutput } = await import('./output.js')
  const output = createOutput({ json: args.includes('--json'), quiet: args.includes('--quiet') }, streams)
  try {
    const { reportUnknown, runCommand } = await import('./program.js')
    const spec = commandNamed(first!)
    return spec === undefined ? await reportUnknown(args) : await runCommand(spec, rest, output)
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
