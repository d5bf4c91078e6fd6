import { isServerError, type ServerError } from '../database/postgres-error.js'
import { reserve } from './reserved.js'

/** A statement that the server refused, or during which the connection was lost. */
export class StatementError extends Error {
  /** Index among the texts that were sent together. */
  readonly index: number
  readonly reason: ServerError
  /** What was sent, where that is known. */
  readonly text: string | undefined

  constructor(index: number, reason: ServerError, text?: string) {
    super(reason.message, { cause: reason })
    this.name = 'StatementError'
    this.index = index
    this.reason = reason
    this.text = text
  }
}

/** The connection that runs a migration's statements. It is open only while its run holds the lock. */
export interface Session {
  readonly application: string
  /** Whether the connection is gone; nothing can be sent any more. */
  readonly isLost: () => boolean
  /**
   * Sends texts one after the other without waiting in between; within a transaction the server refuses all that follow a
   * failed one. May only be called inside a transaction, or with one text.
   *
   * @throws StatementError for the first text that failed, once all that were sent are answered
   */
  send(texts: readonly string[]): Promise<void>
  /** Begins a transaction with this text, unless `finish` began it already. The answer is waited for. */
  begin(text: string): Promise<void>
  /**
   * Sends the rest of a transaction, and with it the beginning of the next one, which saves a round trip.
   * @throws StatementError
   */
  finish(texts: readonly string[], next: string | undefined): Promise<void>
  /** The rows that one query gives. */
  query<Row extends object>(text: string): Promise<readonly Row[]>
  /** Sends ROLLBACK and whatever else leaves the connection as it was; a connection that is gone needs none. */
  rollback(...more: readonly string[]): Promise<void>
  close(): Promise<void>
}

// More would leave postgres.js's own pipeline, which does not survive the loss of a connection.
const batch = 50

/** @throws TidemarkError TM010 to TM018 */
export async function openSession(url: string, application: string): Promise<Session> {
  const connection = await reserve(url, application)
  let pending = 0
  let begun = false

  async function ask(text: string): Promise<readonly object[]> {
    pending++
    try {
      return await connection.ask(text)
    } finally {
      pending--
    }
  }

  async function sendBatch(texts: readonly string[], offset: number): Promise<void> {
    const answers = await Promise.allSettled(texts.map(ask))
    const failed = answers.findIndex((answer) => answer.status === 'rejected')
    if (failed === -1) return
    const { reason } = answers[failed] as PromiseRejectedResult
    if (!isServerError(reason)) throw reason
    throw new StatementError(offset + failed, reason, texts[failed])
  }

  async function send(texts: readonly string[]): Promise<void> {
    for (let start = 0; start < texts.length; start += batch) await sendBatch(texts.slice(start, start + batch), start)
  }

  return {
    application,
    isLost: connection.isLost,
    send,
    async begin(text) {
      if (!begun) await send([text])
      begun = true
    },
    async finish(texts, next) {
      try {
        await send(next === undefined ? texts : [...texts, next])
        begun = next !== undefined
      } catch (error) {
        // Only the beginning failed: what it followed is committed, and whoever needs it begins again.
        if (!(error instanceof StatementError) || error.index !== texts.length) throw error
        begun = false
      }
    },
    query: (text) => ask(text) as Promise<never>,
    async rollback(...more) {
      begun = false
      await ask(['ROLLBACK', ...more].join('; ')).catch((error: unknown) => {
        if (!connection.isLost()) throw error
      })
    },
    close: () => connection.close({ busy: pending > 0 }),
  }
}

/** Sends statements in a transaction of their own, or nothing where there are none. */
export async function commit(session: Session, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return
  try {
    await session.send(['BEGIN'])
    await session.send([...statements, 'COMMIT'])
  } catch (error) {
    await session.rollback()
    throw error
  }
}
