import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/tidemark.js', import.meta.url))

/** What a run of the command line left. */
export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Called when something arrives on stderr or stdout, with the function that sends a signal. */
  readonly onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void
}

/** Runs `tidemark` in a process of its own, without a terminal; DATABASE_URL is only what `env` says. */
export function tidemark(args: readonly string[], { cwd, env, onOutput }: CliOptions = {}): Promise<CliResult> {
  const { DATABASE_URL: _, CI: __, ...inherited } = process.env
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  const heard = (text: string): void => onOutput?.(text, (signal) => child.kill(signal))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    heard(text)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    heard(text)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
