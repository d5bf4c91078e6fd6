import { quoteLiteral } from '../../sql/identifier.js'

/** What a sequence counts with; what is at its default for its type is left out. Numbers are text: they exceed a double. */
export interface SequenceOptions {
  readonly start?: string
  readonly increment?: string
  readonly min?: string
  readonly max?: string
  readonly cache?: string
  readonly cycle?: boolean
}

const ranges: Readonly<Record<string, readonly [bigint, bigint]>> = {
  smallint: [-(2n ** 15n), 2n ** 15n - 1n],
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  bigint: [-(2n ** 63n), 2n ** 63n - 1n],
}

interface Typed extends SequenceOptions {
  readonly type: string
}

/** All numbers of a sequence, with PostgreSQL's defaults (Manual, CREATE SEQUENCE). */
export function resolved(
  { start, increment = '1', min, max, cache = '1', cycle = false }: SequenceOptions,
  type: string,
) {
  const [low, high] = ranges[type] ?? ranges['bigint']!
  const ascending = BigInt(increment) > 0n
  const least = min === undefined ? (ascending ? 1n : low) : BigInt(min)
  const most = max === undefined ? (ascending ? high : -1n) : BigInt(max)
  const first = start === undefined ? (ascending ? least : most) : BigInt(start)
  return { increment: BigInt(increment), min: least, max: most, start: first, cache: BigInt(cache), cycle, low, high }
}

/** The columns of pg_sequence `s` as options, without those at their default, for a query that knows its type's `r.low` and `r.high`. */
export const optionColumns = {
  start: `case when s.seqstart <> case when s.seqincrement > 0 then s.seqmin else s.seqmax end then s.seqstart::text end`,
  increment: `case when s.seqincrement <> 1 then s.seqincrement::text end`,
  min: `case when s.seqmin <> case when s.seqincrement > 0 then 1 else r.low end then s.seqmin::text end`,
  max: `case when s.seqmax <> case when s.seqincrement > 0 then r.high else -1 end then s.seqmax::text end`,
  cache: `case when s.seqcache <> 1 then s.seqcache::text end`,
  cycle: `s.seqcycle`,
} as const

/** Joined as `r`: the bounds of each type that a sequence `s` can have. */
export const typeBounds = `
  join (values (21::oid, -32768::int8, 32767::int8), (23, -2147483648, 2147483647),
               (20, -9223372036854775808, 9223372036854775807)) r(type, low, high) on r.type = s.seqtypid`

/** `START WITH 10 INCREMENT BY 5`: what is not at its default. */
export function optionClauses({ start, increment, min, max, cache, cycle }: SequenceOptions): string[] {
  return [
    increment !== undefined && `INCREMENT BY ${increment}`,
    min !== undefined && `MINVALUE ${min}`,
    max !== undefined && `MAXVALUE ${max}`,
    start !== undefined && `START WITH ${start}`,
    cache !== undefined && `CACHE ${cache}`,
    cycle && 'CYCLE',
  ].filter((clause) => typeof clause === 'string')
}

interface Typed extends SequenceOptions {
  readonly type: string
}

/** What is common to the bounds of both, and whether the new ones leave something of the old ones out. */
function common(before: Typed, after: Typed) {
  const from = resolved(before, before.type)
  const to = resolved(after, after.type)
  const low = to.min > from.min ? to.min : from.min
  const high = to.max < from.max ? to.max : from.max
  return { low, high, narrower: low > from.min || high < from.max }
}

/**
 * The clauses of ALTER SEQUENCE that lead from one to the other; bounds that followed the type are told anew. Where the
 * bounds have nothing in common the sequence has to `restart`.
 */
export function optionChanges(before: Typed, after: Typed): { changes: string[]; restart: boolean } {
  const from = resolved(before, before.type)
  const to = resolved(after, after.type)
  const retyped = before.type !== after.type
  // Bounds that are those of the old type become those of the new one.
  const min = retyped && from.min === from.low ? to.low : from.min
  const max = retyped && from.max === from.high ? to.high : from.max
  const changes = [
    from.increment !== to.increment && `INCREMENT BY ${to.increment}`,
    min !== to.min && (after.min === undefined && !retyped ? 'NO MINVALUE' : `MINVALUE ${to.min}`),
    max !== to.max && (after.max === undefined && !retyped ? 'NO MAXVALUE' : `MAXVALUE ${to.max}`),
    from.start !== to.start && `START WITH ${to.start}`,
    from.cache !== to.cache && `CACHE ${to.cache}`,
    from.cycle !== to.cycle && (to.cycle ? 'CYCLE' : 'NO CYCLE'),
  ].filter((clause) => typeof clause === 'string')
  const { low, high } = common(before, after)
  return { changes, restart: low > high }
}

/** Before bounds become narrower, the position of the sequence moves into them. */
export function moveIntoBounds(name: string, before: Typed, after: Typed): string[] {
  const { low, high, narrower } = common(before, after)
  if (!narrower || low > high) return []
  const into = `CASE WHEN last_value < ${low} THEN ${low} ELSE ${high} END`
  return [
    `SELECT setval(${quoteLiteral(name)}, ${into}, false) FROM ${name} WHERE last_value NOT BETWEEN ${low} AND ${high}`,
  ]
}

/** Statements that change a sequence, given as SQL names it. */
export function alterSequence(name: string, before: Typed, after: Typed): string[] {
  const { changes, restart } = optionChanges(before, after)
  if (before.type !== after.type) changes.unshift(`AS ${after.type}`)
  if (changes.length === 0) return []
  return [
    ...moveIntoBounds(name, before, after),
    `ALTER SEQUENCE ${name} ${changes.join(' ')}${restart ? ' RESTART' : ''}`,
  ]
}
