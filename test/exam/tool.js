import { fileURLToPath } from 'node:url'
import { runProcess } from './process.js'

const defaultTool = fileURLToPath(new URL('../../bin/tidemark.js', import.meta.url))

/** Consent to everything, and no question: what a machine says. */
export const consent = ['--allow', 'all', '--yes']

/**
 * Tidemark from outside: a command line, run in a folder of its own, each call kept for the record.
 *
 * @param {{ tool?: string, cwd: string, timeoutMs?: number }} options
 */
export function openTool({ tool = defaultTool, cwd, timeoutMs = 60_000 }) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, NO_COLOR: '1', CI: '1', FORCE_COLOR: '0' }
  const calls = []
  async function run(...args) {
    const call = { args, ...(await runProcess(process.execPath, [tool, ...args], { cwd, env, timeoutMs })) }
    calls.push(call)
    return call
  }
  return { run, calls }
}

/** A call as it would look on a terminal. */
export const transcript = ({ args, code, stdout, stderr, timedOut, ms }) =>
  [`$ tidemark ${args.join(' ')}`, stdout.trimEnd(), stderr.trimEnd(), `→ ${timedOut ? 'killed' : code} after ${ms} ms`]
    .filter(Boolean)
    .join('\n')

/** The last call's answer as JSON; null when it is not one document. */
export function answer({ stdout }) {
  try {
    return JSON.parse(stdout)
  } catch {
    return null
  }
}
