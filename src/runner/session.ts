import type { ReservedSql } from 'postgres'
import { connect } from '../database/connect.js'
import { isServerError, type ServerError } from '../database/postgres-error.js'

/** A statement that the server refused, or during which the connection was lost. */
export class StatementError extends Error {
  /** Index among the texts that were sent together. */
  readonly index: number
  readonly reason: ServerError

  constructor(index: number, reason: ServerError) {
    super(reason.message, { cause: reason })
    this.name = 'StatementError'
    this.index = index
    this.reason = reason
  }
}

/** The connection that runs a migration's statements. */
export interface Session {
  readonly sql: ReservedSql
  readonly application: string
  /** The server's major version. */
  readonly major: number
  /** Whether the connection is gone; nothing can be sent any more. */
  readonly isLost: () => boolean
  /**
   * Sends texts one after the other without waiting in between; within a transaction the server refuses all that follow a
   * failed one. May only be called inside a transaction, or with one text.
   *
   * @throws StatementError for the first text that failed, once all that were sent are answered
   */
  send(texts: readonly string[]): Promise<void>
  close(): Promise<void>
}

// More would leave postgres.js's own pipeline, which does not survive the loss of a connection.
const batch = 50

/** @throws TidemarkError TM010 to TM018 */
export async function openSession(url: string, application: string): Promise<Session> {
  let lost = false
  let lose: (reason: ServerError) => void = () => {}
  const whenLost = new Promise<never>((_, reject) => (lose = reject))
  whenLost.catch(() => {})
  const database = await connect(url, {
    max: 1,
    applicationName: application,
    onClose: () => {
      lost = true
      lose(Object.assign(new Error('the connection was closed'), { code: 'CONNECTION_CLOSED' }))
    },
  })
  const sql = await database.sql.reserve()

  async function sendBatch(texts: readonly string[], offset: number): Promise<void> {
    const answers = await Promise.allSettled(
      texts.map((text) => Promise.race([lost ? whenLost : sql.unsafe(text).simple().execute(), whenLost])),
    )
    const failed = answers.findIndex((answer) => answer.status === 'rejected')
    if (failed === -1) return
    const { reason } = answers[failed] as PromiseRejectedResult
    if (!isServerError(reason)) throw reason
    throw new StatementError(offset + failed, reason)
  }

  return {
    sql,
    application,
    major: database.server.major,
    isLost: () => lost,
    async send(texts) {
      for (let start = 0; start < texts.length; start += batch)
        await sendBatch(texts.slice(start, start + batch), start)
    },
    async close() {
      // A reserved connection would be waited for.
      if (!lost) sql.release()
      await database.close()
    },
  }
}
