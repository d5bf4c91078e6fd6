import { readBlockers, type Blocker } from './backends.js'
import type { Lock } from './lock.js'

/** Looks, while a statement takes long, whether it waits for other sessions; PostgreSQL tells only while it waits. */
export function watchBlockers(
  lock: Lock,
  application: string,
  lockTimeout: number,
  onFound: (blockers: readonly Blocker[]) => void,
): { stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve()
  let stopped = false
  const pause = lockTimeout === 0 ? 1000 : Math.min(1000, lockTimeout * 0.6)
  const look = async (): Promise<void> => {
    try {
      const found = lock.isLost() ? [] : await readBlockers(lock.connection.ask, application)
      if (found.length > 0 && !stopped) onFound(found)
    } catch {
      // A look that fails is no reason to stop; a lost lock is noticed elsewhere.
    }
    if (!stopped) timer = setTimeout(start, pause)
  }
  const start = (): void => {
    looking = look()
  }
  let timer = setTimeout(start, pause)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
