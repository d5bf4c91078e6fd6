import { exitCodes } from '../errors/error.js'

const cleanups = new Set<() => Promise<unknown>>()
const patience = 2000

/**
 * Has something done when the run is interrupted: a scratch database dropped, a lock given back. Takes back with the
 * function that it returns. All of them together have two seconds.
 */
export function onInterrupt(cleanup: () => Promise<unknown>): () => void {
  cleanups.add(cleanup)
  return () => cleanups.delete(cleanup)
}

/** Ends the process with 130 on Ctrl-C and on SIGTERM; at once when asked a second time. */
export function installInterrupts(): void {
  let asked = false
  const interrupt = (): void => {
    if (asked || cleanups.size === 0) process.exit(exitCodes.interrupted)
    asked = true
    process.stderr.write('Interrupted; cleaning up …\n')
    setTimeout(() => process.exit(exitCodes.interrupted), patience).unref()
    void Promise.allSettled([...cleanups].map((cleanup) => cleanup())).then(() => process.exit(exitCodes.interrupted))
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
}
