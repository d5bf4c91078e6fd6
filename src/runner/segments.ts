import { statements as split } from '../revisions/statements.js'
import { isBackfill } from '../revisions/data.js'
import type { Step } from '../revisions/migration.js'
import { Sql } from '../sql/sql.js'

/** One statement text of a migration and where it stands. */
export interface Part {
  /** Index of its step in the file. */
  readonly step: number
  /** Index among the statements of its step. */
  readonly statement: number
  readonly sql: Sql
}

/** What is committed at once: a transaction of several steps, or one statement of a step that stands alone. */
export interface Segment {
  /** `outside`: PostgreSQL refuses the statement inside a transaction. `batches`: a backfill, with many of its own. */
  readonly kind: 'transaction' | 'outside' | 'batches'
  /** Its locks stand in the way of others: it waits for them only a moment, and comes again. */
  readonly brief?: true
  readonly parts: readonly Part[]
  /** An interrupted run began it: what the catalog shows decides whether it is run. */
  readonly mayBeDone: boolean
  /** What the ledger says once it is done. */
  readonly after: { readonly stepsDone: number; readonly statementsDone: number }
}

/** Where a migration stands before it is run. */
export interface Position {
  readonly heading: 'up' | 'down'
  readonly stepsDone: number
  readonly statementsDone: number
  readonly underway: boolean
}

/** The segments that are left from a position, in the order in which they run; at least one, if only to record it. */
export function segments(steps: readonly Step[], heading: 'up' | 'down', from: Position): readonly Segment[] {
  const found: Segment[] = []
  const turned = from.heading !== heading && from.underway
  let open: Part[] = []
  let stepsDone = from.stepsDone
  let recorded = false
  const close = (): void => {
    if (open.length === 0 && recorded) return
    found.push({ kind: 'transaction', parts: open, mayBeDone: false, after: { stepsDone, statementsDone: 0 } })
    open = []
    recorded = true
  }
  stepsLeft(steps.length, heading, from, turned).forEach((index, position) => {
    const step = steps[index]!
    const before = stepsDone
    const parts = step[heading]
      .flatMap((sql) => (step.mode === 'alone' ? single(sql) : [sql]))
      .map((sql, statement) => ({ step: index, statement, sql }))
    const after = heading === 'up' ? index + 1 : index
    if (step.mode === 'alone' && step.up.length === 0 && step.down.length === 0) {
      stepsDone = after
      if (open.length > 0) close()
      else recorded = false
      return
    }
    if (step.mode === 'transaction' || parts.length === 0) {
      open.push(...parts)
      stepsDone = after
      recorded = false
      return
    }
    if (open.length > 0) close()
    if (step.mode === 'brief') {
      stepsDone = after
      found.push({ kind: 'transaction', brief: true, parts, mayBeDone: false, after: { stepsDone, statementsDone: 0 } })
      recorded = true
      return
    }
    const done = position === 0 && from.heading === heading ? from.statementsDone : 0
    for (const part of parts.slice(done)) {
      const isLast = part.statement === parts.length - 1
      found.push({
        kind: isBackfill(part.sql) ? 'batches' : isOutside(part.sql) ? 'outside' : 'transaction',
        parts: [part],
        mayBeDone: position === 0 && (turned || (from.underway && part.statement === done)),
        after: isLast
          ? { stepsDone: after, statementsDone: 0 }
          : { stepsDone: before, statementsDone: part.statement + 1 },
      })
    }
    stepsDone = after
    recorded = true
  })
  if (!recorded || found.length === 0) close()
  return found
}

/** A statement that was underway in the other direction belongs to a step that has to be looked at again. */
function stepsLeft(count: number, heading: 'up' | 'down', { stepsDone }: Position, turned: boolean): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  if (heading === 'up') return all.slice(turned ? stepsDone - 1 : stepsDone)
  return all.slice(0, turned ? stepsDone + 1 : stepsDone).reverse()
}

function single(sql: Sql): readonly Sql[] {
  if (sql.secrets.length > 0 || isBackfill(sql)) return [sql]
  return split(sql.text()).map(({ text }) => new Sql([text]))
}

const outside = [
  /^create (unique )?index concurrently\b/,
  /^drop index concurrently\b/,
  /^reindex\b/,
  /^alter table .* detach partition .* (concurrently|finalize)$/,
  /^(vacuum|cluster$|call|alter system)\b/,
  /^(create|drop) (database|tablespace|subscription)\b/,
  /^alter subscription\b/,
  /^alter database .* set tablespace\b/,
]

/** Whether PostgreSQL refuses a statement inside a transaction block. */
export function isOutside(sql: Sql): boolean {
  return split(sql.text()).some(({ shape }) => outside.some((pattern) => pattern.test(shape)))
}
