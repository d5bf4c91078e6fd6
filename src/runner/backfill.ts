import { TidemarkError } from '../errors/error.js'
import { updateOf, type Backfill, type Batches } from '../revisions/data.js'
import { quoteIdentifier, quoteLiteral } from '../sql/identifier.js'
import { Sql } from '../sql/sql.js'
import type { Ask } from './backends.js'
import type { Leg } from './route.js'
import type { ToText } from './secrets.js'
import type { Part } from './segments.js'

/** How far a backfill is. */
export interface BackfillProgress {
  readonly revision: string
  readonly table: string
  readonly changed: number
}

/** Where a backfill stands in its migration; its progress is kept under it. */
export interface BackfillPlace {
  readonly leg: Pick<Leg, 'revision' | 'message' | 'heading' | 'file'>
  readonly part: Part
}

/**
 * Rows in the order of their key are in the new state up to here, the row itself included or not. Up moves the boundary
 * on, down moves it back, so that a backfill can be turned round wherever it was interrupted.
 */
interface Boundary {
  readonly key: readonly string[]
  readonly inclusive: boolean
}

/** Rows between the boundary as it is and as it will be. */
export interface Batch {
  /** Gives one row with `changed`, a count. */
  readonly update: string
  /** The statement that records that it is done. */
  readonly record: (changed: number) => string
  readonly boundary: Boundary
}

/** A backfill that has been begun: its batches one after the other. */
export interface BackfillRun {
  /** Milliseconds between two batches. */
  readonly pause: number
  /** The next batch; `undefined` when all rows are done. Nothing counts as done before `done` says so. */
  next(): Promise<Batch | undefined>
  done(batch: Batch, changed: number): BackfillProgress
}

/** `resumed`: an interrupted run went the same way; `turned`: it went the other way. */
export type Beginning = 'fresh' | 'resumed' | 'turned'

/**
 * Cuts the rows of a table into batches along its key, beginning where an interrupted run left off.
 * @throws TidemarkError TM340 when the table has no key to go along, or the backfill would change it.
 */
export async function beginBackfill(
  place: BackfillPlace,
  beginning: Beginning,
  ask: Ask,
  toText: ToText,
): Promise<BackfillRun> {
  const { batches } = place.part.sql as Backfill
  const { heading, revision } = place.leg
  const key = await keyOf(place, batches, ask)
  const saved = beginning === 'fresh' ? undefined : await savedOf(place, ask)
  // What the other way had not begun is as it was.
  const nothing = beginning === 'turned' && saved === undefined
  let boundary = saved
  let rows = 0
  return {
    pause: batches.pause,
    async next() {
      const to = nothing ? undefined : await boundaryAfter(batches, key, heading, boundary, ask)
      if (to === undefined) return undefined
      const update = toText(updateOf(batches, rangeOf(key, heading, boundary, to)))
      return {
        update: `WITH changed AS (${update} RETURNING 1) SELECT count(*)::int AS changed FROM changed`,
        record: (changed) => save(place, to, rows + changed),
        boundary: to,
      }
    },
    done(batch, changed) {
      boundary = batch.boundary
      rows += changed
      return { revision, table: batches.table, changed: rows }
    },
  }
}

/** The statement that forgets how far a backfill is. */
export const forgetBackfill = (revision: string): string =>
  `DELETE FROM tidemark.backfill WHERE revision = ${quoteLiteral(revision)}`

type Key = readonly string[]

/** The primary key, else a unique index over columns that are never NULL: what rows can be walked along by an index. */
async function keyOf(place: BackfillPlace, { table, set }: Batches, ask: Ask): Promise<Key> {
  const rows = await ask<{ columns: Key }>(
    `SELECT (SELECT json_agg(a.attname ORDER BY k.position) FROM unnest(i.indkey) WITH ORDINALITY AS k (attnum, position)
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum WHERE k.position <= i.indnkeyatts) AS columns
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
     WHERE i.indrelid = ${quoteLiteral(table)}::regclass AND i.indisunique AND i.indisvalid AND m.amname = 'btree'
       AND i.indpred IS NULL AND i.indexprs IS NULL AND NOT EXISTS (SELECT FROM pg_attribute a
         WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1]) AND NOT a.attnotnull)
     ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid LIMIT 1`,
  )
  const key = rows[0]?.columns
  if (key === undefined) throw cannotWalk(place, `table ${table} has no primary key, and no unique index without NULLs`)
  const changed = set.find(({ column }) => key.includes(column))
  if (changed !== undefined) throw cannotWalk(place, `column ${changed.column} belongs to the key of ${table}`)
  return key
}

async function savedOf({ leg, part }: BackfillPlace, ask: Ask): Promise<Boundary | undefined> {
  const rows = await ask<Boundary>(
    `SELECT done_to AS key, inclusive FROM tidemark.backfill
     WHERE revision = ${quoteLiteral(leg.revision)} AND step = ${part.step} AND statement = ${part.statement}`,
  )
  return rows[0]
}

type Heading = Leg['heading']

/** The boundary after the next batch; its key as JSON has it, so that no setting of the session changes how it is written. */
async function boundaryAfter(
  { table, batch }: Batches,
  key: Key,
  heading: Heading,
  from: Boundary | undefined,
  ask: Ask,
): Promise<Boundary | undefined> {
  const ordered = (way: 'ASC' | 'DESC'): string => key.map((name) => `${quoteIdentifier(name)} ${way}`).join(', ')
  const [along, back] = heading === 'up' ? (['ASC', 'DESC'] as const) : (['DESC', 'ASC'] as const)
  const where = from === undefined ? '' : ` WHERE ${beyond(key, heading, from)}`
  const [row] = await ask<Pick<Boundary, 'key'>>(
    `SELECT json_build_array(${key.map((name) => `to_jsonb(${quoteIdentifier(name)}) #>> '{}'`).join(', ')}) AS key
     FROM (SELECT ${key.map(quoteIdentifier).join(', ')} FROM ${table}${where} ORDER BY ${ordered(along)} LIMIT ${batch}) AS batch
     ORDER BY ${ordered(back)} LIMIT 1`,
  )
  return row === undefined ? undefined : { key: row.key, inclusive: heading === 'up' }
}

/** Rows that are still to be done: above the boundary on the way up, below it on the way down. */
function beyond(key: Key, heading: Heading, { key: values, inclusive }: Boundary): string {
  if (heading === 'up') return comparison(key, inclusive ? '>' : '>=', values)
  return comparison(key, inclusive ? '<=' : '<', values)
}

function rangeOf(key: Key, heading: Heading, from: Boundary | undefined, to: Boundary): Sql {
  const end = comparison(key, heading === 'up' ? '<=' : '>=', to.key)
  return new Sql([from === undefined ? end : `${beyond(key, heading, from)} AND ${end}`])
}

const comparison = (key: Key, operator: string, values: readonly string[]): string =>
  `(${key.map(quoteIdentifier).join(', ')}) ${operator} (${values.map(quoteLiteral).join(', ')})`

function save({ leg, part }: BackfillPlace, { key, inclusive }: Boundary, rows: number): string {
  const values = [part.step, part.statement, quoteLiteral(JSON.stringify(key)), inclusive, rows]
  return (
    'INSERT INTO tidemark.backfill (revision, step, statement, done_to, inclusive, rows_changed) ' +
    `VALUES (${quoteLiteral(leg.revision)}, ${values.join(', ')}) ` +
    'ON CONFLICT (revision) DO UPDATE SET step = excluded.step, statement = excluded.statement, done_to = excluded.done_to, ' +
    'inclusive = excluded.inclusive, rows_changed = excluded.rows_changed, changed_at = clock_timestamp()'
  )
}

const cannotWalk = ({ leg, part }: BackfillPlace, why: string): TidemarkError =>
  new TidemarkError({
    code: 'TM340',
    subject: `${leg.revision} ${leg.message}`,
    what: `the backfill in step ${part.step + 1} of migration ${leg.revision} cannot go in batches; nothing of it was done`,
    why,
    fix: [
      'give the table a unique key that the backfill leaves alone',
      'or change the rows in one transaction: step({ up: sql`UPDATE …`, down: … })',
    ],
    ...(leg.file === undefined ? {} : { at: { file: leg.file } }),
  })
