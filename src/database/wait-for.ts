import { setTimeout as sleep } from 'node:timers/promises'
import { TidemarkError } from '../errors/error.js'
import { connect } from './connect.js'

/** Nobody listens, not ready, full, or gone again: what passes by itself while a server starts. */
const passes: ReadonlySet<string> = new Set(['TM011', 'TM015', 'TM017', 'TM018'])

/**
 * Waits until a database takes connections, asking again at growing intervals of at most a second.
 * @param wait Milliseconds; after that the last error is thrown.
 * @throws TidemarkError TM010 to TM018; at once what waiting does not mend, such as a wrong password.
 */
export async function waitForDatabase(url: string, wait: number, note: (text: string) => void): Promise<void> {
  const deadline = performance.now() + wait
  for (let pause = 100; ; pause = Math.min(pause * 1.5, 1000)) {
    try {
      const left = Math.max(1, Math.ceil((deadline - performance.now()) / 1000))
      return await (await connect(url, { max: 1, timeout: Math.min(10, left) })).close()
    } catch (error) {
      const isPassing = error instanceof TidemarkError && error.diagnostics.every(({ code }) => passes.has(code))
      if (!isPassing || performance.now() + pause > deadline) throw error
      if (pause === 100) note(`Waiting for the database: ${error.message} …`)
    }
    await sleep(pause)
  }
}
