import { spawn } from 'node:child_process'

/**
 * Runs a command to its end, or kills it with all it started.
 *
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string, timedOut: boolean, ms: number }>}
 */
export function runProcess(command, args, { timeoutMs = 60_000, ...options } = {}) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options })
    const output = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'])
      child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text))
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It ended in this very moment.
      }
    }, timeoutMs)
    const finish = (code) => {
      clearTimeout(timer)
      resolve({ code, ...output, timedOut, ms: Math.round(performance.now() - started) })
    }
    child.once('error', (error) => {
      output.stderr += error.message
      finish(null)
    })
    child.once('close', finish)
  })
}
