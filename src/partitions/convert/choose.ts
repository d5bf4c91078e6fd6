import { equal } from '../../catalog/json.js'
import type { Database } from '../../database/database.js'
import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { Kinds } from '../../kinds/registry.js'
import type { PlannedStep } from '../../plan/plan.js'
import type { TableAttributes } from '../../kinds/table/table.js'
import { parentsOf } from '../../kinds/partition/attachment.js'
import { aroundOf, type Divided, type Sides } from './around.js'
import { adopt, adoptHurdles, timeColumn } from './adopt.js'
import { factsOf, oddPartitionsOf, type Facts } from './facts.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { columnsOf } from './family.js'
import { keysOf, sharedKey } from './key.js'
import { shadow } from './shadow.js'

/** What `--convert` takes. */
export const recipes = ['adopt', 'shadow', 'split', 'copy'] as const
export type Method = (typeof recipes)[number]
export type Recipe = Method | 'keep'

export interface Choice {
  readonly recipe: Recipe
  readonly why: string
  /** None for a copy, which is a part of the usual plan. */
  readonly steps?: readonly PlannedStep[]
}

/** Below this a table is copied before anybody notices. */
const small = 1 << 20

export async function choose(
  table: string,
  sides: Sides,
  divided: Divided,
  kinds: Kinds,
  database: Database,
  asked: Method | undefined,
): Promise<Choice> {
  if (asked === 'copy') return { recipe: 'copy', why: 'it was asked for' }
  const column = timeColumn(sides)
  const facts = await factsOf(database, table, column && quoteIdentifier(column.name))
  const hasPolicy = sides.current.get(`partition-policy ${table}`) !== undefined
  const odd = hasPolicy ? await oddPartitionsOf(database, table) : []
  const adopting = lazily(() => [
    ...adoptHurdles(sides, facts),
    ...commonHurdles(table, sides),
    ...aloneIn(sides, divided, kinds),
  ])
  const shadowing = lazily(() => shadowHurdles(table, sides, divided, kinds))
  const adopted = (why: string): Choice => ({
    recipe: 'adopt',
    why,
    steps: adopt(divided.related, sides, facts, kinds),
  })
  const shadowed = (why: string): Choice => ({
    recipe: 'shadow',
    why,
    steps: shadow(divided.related, sides, odd, kinds),
  })
  if (asked === 'adopt') {
    if (adopting().length > 0) throw impossible(table, asked, adopting())
    return adopted('it was asked for')
  }
  if (asked === 'shadow' || asked === 'split') {
    if (shadowing().length > 0) throw impossible(table, asked, shadowing())
    return { ...shadowed('it was asked for'), recipe: asked }
  }
  if (isOnlyDividedAnew(table, sides))
    return {
      recipe: 'keep',
      why: 'partitions that are there keep their bounds, later ones are made as the policy says; --convert split divides these too',
    }
  if (facts.bytes <= small) return { recipe: 'copy', why: `its ${size(facts)} are copied in one transaction` }
  const retains = (sides.desired.get(`partition-policy ${table}`)?.attributes as { retain?: string } | undefined)
    ?.retain
  if (retains === undefined && adopting().length === 0)
    return adopted(`its ${size(facts)} stay where they are, as the first partition`)
  if (shadowing().length === 0)
    return shadowed(
      `its ${size(facts)} are copied while it is in use` +
        (adopting().length > 0 ? '' : `, so that what is older than ${retains} can go partition by partition`),
    )
  if (adopting().length === 0)
    return adopted(`rows cannot be told apart for a copy; its ${size(facts)} become the first partition`)
  throw impossible(table, 'shadow', shadowing())
}

/** Whether the table itself stays as it is, and only the periods of its policy change. */
export const isOnlyDividedAnew = (table: string, { current, desired }: Pick<Sides, 'current' | 'desired'>): boolean =>
  [current, desired].every((side) => side.get(`partition-policy ${table}`) !== undefined) &&
  equal(current.get(`table ${table}`)?.attributes, desired.get(`table ${table}`)?.attributes)

const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const size = ({ bytes }: Facts): string =>
  bytes < 1 << 20
    ? `${Math.ceil(bytes / 1024)} kB`
    : bytes < 1 << 30
      ? `${Math.round(bytes / (1 << 20))} MB`
      : `${(bytes / (1 << 30)).toFixed(1)} GB`

/** Why a table cannot be converted behind a copy. */
function shadowHurdles(table: string, sides: Sides, divided: Divided, kinds: Kinds): readonly string[] {
  const { current, desired, before, after } = sides
  const there = sharedKey(before, current, after, desired)
  const back = sharedKey(after, desired, before, current)
  const hurdles: string[] = []
  if (keysOf(before, current).length === 0 || keysOf(after, desired).length === 0)
    hurdles.push('rows can be told apart on both sides only by a primary key, or a unique key without nulls')
  else if (there === undefined || back === undefined)
    hurdles.push('the old and the new key have not all columns of one in common with the other')
  for (const { kind, attributes } of current.snapshot.objects.values()) {
    const { name, allTables } = attributes as { name?: string; allTables?: boolean }
    if (kind === 'publication' && allTables)
      hurdles.push(
        `the publication ${name} publishes all tables, the copy as well, for which its subscribers have no table`,
      )
  }
  return [...hurdles, ...commonHurdles(table, sides), ...aloneIn(sides, divided, kinds)]
}

function aloneIn(sides: Sides, { related }: Divided, kinds: Kinds): readonly string[] {
  const { alone } = aroundOf(related, sides, kinds)
  return alone.length > 0 ? [`${alone.join(', ')} cannot change in the same transaction`] : []
}

/** What stands in the way of every conversion of a table that is in use. */
function commonHurdles(table: string, { current, desired, before, after }: Sides): readonly string[] {
  const hurdles: string[] = []
  for (const [side, family] of [
    [current, before],
    [desired, after],
  ] as const) {
    const own = side.get(`table ${table}`)!.attributes as TableAttributes
    if (own.foreign !== undefined) hurdles.push('it is a foreign table')
    if (own.forceRowSecurity) hurdles.push('its row security is forced on its owner as well, who has to see all rows')
    if (parentsOf(side.snapshot, table).length > 0) hurdles.push('it is itself a part of another table')
    const elsewhere = [...family.tables].filter(
      (name) => (side.get(`table ${name}`)?.attributes as TableAttributes | undefined)?.schema !== own.schema,
    )
    if (elsewhere.length > 0) hurdles.push(`${elsewhere.join(', ')} stands in another schema`)
    for (const { id, attributes } of family.own.values()) {
      const texts = Object.entries(attributes).flatMap(([key, value]) =>
        ['expression', 'using', 'check', 'predicate'].includes(key) && typeof value === 'string' ? [value] : [],
      )
      if (texts.some((text) => text.includes(`${table} `) || text.includes(`${table}\n`)))
        hurdles.push(`${id} names the table itself`)
      const { references } = attributes as { references?: { schema: string; table: string } }
      if (references !== undefined && family.tables.has(`${references.schema}.${references.table}`))
        hurdles.push(`${id} refers to the table itself`)
    }
  }
  if (columnsOf(after, desired).length === 0) hurdles.push('it has no columns')
  return hurdles
}

function impossible(table: string, recipe: Method, hurdles: readonly string[]): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM211',
      subject: `table ${table}`,
      what: `${table} cannot be converted by ${recipe} while it is in use`,
      why: hurdles.join('\n'),
      fix: [
        'change the declaration so that this holds no more',
        'or copy the rows in one transaction, during which nobody can use the table: --convert copy',
      ],
    },
    { exitCode: exitCodes.refused },
  )
}
