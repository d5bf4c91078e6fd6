import { run } from '../../src/cli/run.js'
import type { CliOptions, CliResult } from './cli.js'

/**
 * Runs a command line in this process: several times as fast as starting one, for tests that run many. Not for `--help`,
 * whose text goes past the streams, and never two at a time, since the working directory is that of the process.
 */
export async function inProcess(args: readonly string[], { cwd, env = {} }: CliOptions = {}): Promise<CliResult> {
  const [home, before] = [process.cwd(), process.env]
  const { DATABASE_URL: _, CI: __, ...inherited } = before
  let [stdout, stderr] = ['', '']
  process.env = { ...inherited, ...env }
  if (cwd !== undefined) process.chdir(cwd)
  try {
    const code = await run(args, {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
    })
    return { code, stdout, stderr }
  } finally {
    process.env = before
    process.chdir(home)
  }
}
