import { connect } from '../database/connect.js'
import { isServerError, type ServerError } from '../database/postgres-error.js'

/** One connection that is never silently replaced by another one: what it loses is lost. */
export interface Reserved {
  readonly major: number
  readonly isLost: () => boolean
  /** Rejects when the connection is closed by anyone but us. */
  readonly lost: Promise<never>
  /**
   * Sends a text by the simple protocol, which may hold several statements, and gives the rows of all of them. The
   * extended protocol would keep its last snapshot until the transaction ends; CREATE INDEX CONCURRENTLY waits for that.
   */
  ask<Row extends object>(text: string): Promise<readonly Row[]>
  /** `busy`: what is still running is not waited for. */
  close(options?: { busy?: boolean }): Promise<void>
}

const sqlState = /^[0-9A-Z]{5}$/

/** @throws TidemarkError TM010 to TM018 */
export async function reserve(url: string, applicationName: string): Promise<Reserved> {
  let isLost = false
  let closing = false
  let lose: (reason: ServerError) => void = () => {}
  const unanswered = new Set<(reason: ServerError) => void>()
  const lost = new Promise<never>((_, reject) => (lose = reject))
  lost.catch(() => {})
  const onClose = (): void => {
    if (closing) return
    isLost = true
    const reason = Object.assign(new Error('the connection was closed'), { code: 'CONNECTION_CLOSED' })
    lose(reason)
    for (const reject of unanswered) reject(reason)
  }
  const database = await connect(url, { max: 1, applicationName, onClose })
  const sql = await database.sql.reserve()
  return {
    major: database.server.major,
    isLost: () => isLost,
    lost,
    async ask<Row extends object>(text: string) {
      if (isLost) return lost
      // Not a race with `lost`: that would keep every answer until the connection is closed.
      const answer = new Promise<readonly (Row | readonly Row[])[]>((resolve, reject) => {
        unanswered.add(reject)
        sql
          .unsafe(text)
          .simple()
          .then((rows) => resolve(rows as unknown as readonly (Row | readonly Row[])[]), reject)
          .finally(() => unanswered.delete(reject))
      })
      try {
        return (await answer).flat() as readonly Row[]
      } catch (error) {
        // What is sent between the loss of a connection and the news of it is never answered.
        if (isServerError(error) && !sqlState.test(error.code)) onClose()
        throw error
      }
    },
    async close({ busy = false } = {}) {
      closing = true
      // A reserved connection would be waited for.
      if (!isLost && !busy) sql.release()
      await database.sql.end({ timeout: busy ? 0 : 1 })
    },
  }
}
