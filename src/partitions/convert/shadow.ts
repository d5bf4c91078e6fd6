import type { Change } from '../../diff/change.js'
import { settingsOf, type PartitionPolicyAttributes } from '../../kinds/partition-policy/partition-policy.js'
import type { PartitionAttributes } from '../../kinds/partition/partition.js'
import { childrenOf } from '../../kinds/partition/attachment.js'
import type { Kinds } from '../../kinds/registry.js'
import type { TableAttributes } from '../../kinds/table/table.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import type { PlannedStep } from '../../plan/plan.js'
import type { Side } from '../../plan/side.js'
import { qualified, quoteLiteral } from '../../sql/identifier.js'
import type { Sql } from '../../sql/sql.js'
import { aroundOf, type Around, type Sides } from './around.js'
import type { OddPartition } from './facts.js'
import type { Family } from './family.js'
import { sharedKey } from './key.js'
import { isSomething, lockBriefly, policyIn, removed, stepOf, text, type Place } from './pieces.js'
import { builtIn } from './relocate.js'
import { besideName } from '../../sql/default-name.js'

/** One side of the conversion as the other one is built beside it. */
interface Half {
  readonly from: Family
  readonly fromSide: Side
  readonly to: Family
  readonly toSide: Side
  /** The schema in which it stands until it is in use, or when it is not any more. */
  readonly place: Place
  readonly kinds: Kinds
  /** Partitions that the policy of `to` would not make by itself. */
  readonly odd: readonly OddPartition[]
}

/**
 * Converts a table behind a copy: the new one is built empty, a trigger writes every change to both, the rows are copied in
 * short transactions and compared, and a transaction of some milliseconds exchanges the two. The other way round the trigger
 * goes on until the old table is let go, and its way back is the same with the tables exchanged.
 */
export function shadow(
  related: readonly Change[],
  sides: Sides,
  odd: readonly OddPartition[],
  kinds: Kinds,
): PlannedStep[] {
  const { current, desired, before, after } = sides
  const there: Half = {
    from: before,
    fromSide: current,
    to: after,
    toSide: desired,
    place: 'tidemark_new',
    kinds,
    odd: [],
  }
  const back: Half = { from: after, fromSide: desired, to: before, toSide: current, place: 'tidemark_old', kinds, odd }
  const around = aroundOf(related, sides, kinds)
  return [
    ...around.checkedBefore,
    ...besideOf(there),
    swap(there, back, around),
    ...around.checkedAfter,
    ...besideOf(back).toReversed().map(inverted),
  ]
}

const inverted = ({ up, down, comment, ...rest }: PlannedStep): PlannedStep => ({
  ...rest,
  up: down,
  down: up,
  ...(comment !== undefined && { comment: turned[comment] ?? comment }),
})

const comments = {
  build: 'The new table, empty, beside the old one',
  mirror: 'From here on every change is written to both',
  copy: 'The rows that are there, in short transactions',
  rest: 'Rows that fit none of the partitions',
  analyze: 'So that the planner knows it from its first query on',
  prove: 'Nothing goes before this holds',
}
const turned: Readonly<Record<string, string>> = {
  [comments.build]: 'The old table is let go',
  [comments.mirror]: 'Until here every change was written to both',
  [comments.copy]: 'On the way back: the rows, in short transactions',
  [comments.analyze]: 'On the way back: so that the planner knows it from its first query on',
}

/** Builds the tables of `to` beside those of `from`, and fills them; the way back lets them go. */
function besideOf(half: Half): PlannedStep[] {
  const { from, to, toSide, place, kinds } = half
  const id = `table ${to.table}`
  const { source, target, pair } = pairOf(half)
  const step = stepOf(id)
  const policy = policyIn(place, to, toSide, kinds)
  const built = builtIn(place, to, toSide, kinds, policy === undefined ? [] : [policy])
  const forget = policy === undefined ? [] : [text(removed(policy))]
  const rest = restOf(half)
  const cover =
    policy === undefined
      ? []
      : [text(`SELECT tidemark.cover_rows(${[place, tableOf(to, toSide).name, source].map(quoteLiteral).join(', ')})`)]
  const prove = text(`SELECT tidemark.prove_equal(${[source, target].map(quoteLiteral).join(', ')})`)
  const begins = step(
    'brief',
    [text(`CREATE SCHEMA IF NOT EXISTS ${place}`)],
    [text(`DROP SCHEMA ${place}`)],
    comments.build,
  )
  const first = built.findIndex((item) => item.id === policy?.id)
  if (half.odd.length > 0 && first !== -1)
    built.splice(
      first,
      0,
      step(
        'brief',
        half.odd.map((part) => made(part, half)),
        [],
      ),
    )
  return [
    begins,
    ...built.map((item): PlannedStep => ({ ...item, mode: 'brief' })),
    ...(forget.length + cover.length + rest.length === 0
      ? []
      : [step('brief', [...cover, ...forget, ...rest], rest.length === 0 ? [] : [dropRest(half)])]),
    step('brief', [mirrorTo(half)], [unmirror(half)], comments.mirror),
    step('alone', [text(`CALL tidemark.copy_rows(${pair})`)], [], comments.copy),
    ...(rest.length === 0 ? [] : [step('brief', settleRest(half, policy), [], comments.rest)]),
    step('alone', [text(`ANALYZE ${target}`)], [], comments.analyze),
    step('alone', [prove], [prove], comments.prove),
  ].map((item) => (item.members.includes(`table ${from.table}`) ? item : { ...item, members: [id, ...item.members] }))
}

const made = ({ name, bound }: OddPartition, { to, toSide, place }: Half): string =>
  `CREATE TABLE ${qualified(place, name)} PARTITION OF ${qualified(place, tableOf(to, toSide).name)} ${bound}`

/** Exchanges the two tables: all that stands on the old one stands on the new one after. */
function swap(there: Half, back: Half, around: Around): PlannedStep {
  const table = there.to.table
  return {
    ...stepOf(`table ${table}`)('brief', [], []),
    members: [`table ${table}`, ...[...around.away, ...around.back].flatMap(({ members }) => members)],
    comment: 'The exchange: readers and writers wait for it, so it waits for nobody',
    up: exchange(
      there,
      back,
      [...around.away.flatMap(({ up }) => up)],
      around.back.flatMap(({ up }) => up),
    ),
    down: exchange(
      back,
      there,
      around.back.toReversed().flatMap(({ down }) => down),
      around.away.toReversed().flatMap(({ down }) => down),
    ),
  }
}

function exchange(half: Half, reverse: Half, away: readonly Sql[], back: readonly Sql[]): readonly Sql[] {
  const { source, target } = pairOf(half)
  const { schema } = tableOf(half.to, half.toSide)
  const move = (relation: string, to: string): Sql =>
    text(`SELECT tidemark.move_table(${quoteLiteral(relation)}, ${quoteLiteral(to)})`)
  return [
    ...lockBriefly(source, [target]).map(text),
    ...away.filter(isSomething),
    text(`SELECT tidemark.carry_sequences(${quoteLiteral(source)}, ${quoteLiteral(target)})`),
    unmirror(half),
    ...(restOf(half).length === 0 ? [] : [dropSettledRest(half)]),
    text(`CREATE SCHEMA IF NOT EXISTS ${reverse.place}`),
    move(source, reverse.place),
    move(target, schema),
    text(`DROP SCHEMA ${half.place}`),
    ...restOf(reverse),
    mirrorTo(reverse),
    ...back.filter(isSomething),
  ]
}

const tableOf = ({ table }: Family, side: Side): TableAttributes =>
  side.get(`table ${table}`)!.attributes as TableAttributes

interface Pair {
  readonly source: string
  readonly target: string
  /** Both, and the columns by which a row of the one is found in the other, as arguments. */
  readonly pair: string
}

function pairOf({ from, fromSide, to, toSide, place }: Half): Pair {
  const { name } = tableOf(to, toSide)
  const source = from.table
  const target = qualified(place, name)
  const columns = sharedKey(from, fromSide, to, toSide)!
  const key = `ARRAY[${columns.map(quoteLiteral).join(', ')}]`
  return { source, target, pair: `${quoteLiteral(source)}, ${quoteLiteral(target)}, ${key}` }
}

const mirrorTo = (half: Half): Sql => text(`SELECT tidemark.mirror(${pairOf(half).pair})`)

function unmirror(half: Half): Sql {
  const { source, target } = pairOf(half)
  return text(`SELECT tidemark.unmirror(${quoteLiteral(source)}, ${quoteLiteral(target)})`)
}

/** While a table is filled, a default partition of its own takes what has no place: no writer shall fail because of it. */
function restOf({ to, toSide, place }: Half): readonly Sql[] {
  const { partitionBy = '', name } = tableOf(to, toSide)
  const hasOwn = childrenOf(toSide.snapshot, to.table).some(
    (child) => (toSide.get(`partition ${child}`)?.attributes as PartitionAttributes | undefined)?.bound === 'DEFAULT',
  )
  const policy = toSide.get(`partition-policy ${to.table}`)?.attributes as PartitionPolicyAttributes | undefined
  if (!/^(RANGE|LIST)/.test(partitionBy) || hasOwn || policy?.default) return []
  return [text(`CREATE TABLE ${restName(name, place)} PARTITION OF ${qualified(place, name)} DEFAULT`)]
}

const restName = (name: string, place: string): string => qualified(place, besideName(name, ' rest'))

const dropRest = ({ to, toSide, place }: Half): Sql =>
  text(`DROP TABLE IF EXISTS ${restName(tableOf(to, toSide).name, place)}`)

/** Rows that came since they were settled: nothing of them may go, and no writer adds any now. */
function dropSettledRest({ to, toSide, place }: Half): Sql {
  const { name } = tableOf(to, toSide)
  const policy = toSide.get(`partition-policy ${to.table}`)?.attributes as PartitionPolicyAttributes | undefined
  const [schema, table, rest] = [place, name, restName(name, place)].map(quoteLiteral)
  const settings = policy === undefined ? '' : `, ${settingsOf(policy)}`
  return text(`SELECT tidemark.drop_rest(${schema}, ${table}, ${rest}${settings})`)
}

function settleRest(half: Half, policy: CatalogObject<PartitionPolicyAttributes> | undefined): readonly Sql[] {
  const { place, kinds } = half
  const { name } = tableOf(half.to, half.toSide)
  const [schema, table, rest] = [place, name, restName(name, place)].map(quoteLiteral)
  const settle = text(`SELECT tidemark.settle_rest(${schema}, ${table}, ${rest})`)
  if (policy === undefined) return [settle]
  const set = kinds.of(policy).sql.create(policy.attributes, half.toSide, []) as string
  return [text(set), settle, text(removed(policy))]
}
