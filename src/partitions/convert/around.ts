import type { CatalogObject } from '../../catalog/snapshot.js'
import type { Change } from '../../diff/change.js'
import type { Statement } from '../../kinds/kind.js'
import type { Kinds } from '../../kinds/registry.js'
import { plan, type PlannedStep } from '../../plan/plan.js'
import type { Side } from '../../plan/side.js'
import { Sql } from '../../sql/sql.js'
import type { Family } from './family.js'
import { nothing } from './pieces.js'

/** Both sides of a conversion. */
export interface Sides {
  readonly current: Side
  readonly desired: Side
  readonly before: Family
  readonly after: Family
}

/** Changes by when they are made: some do not concern the table, some are what it stands on and is given up with it. */
export interface Divided {
  readonly first: readonly Change[]
  readonly related: readonly Change[]
  readonly last: readonly Change[]
}

export function divide(changes: readonly Change[], { current, desired, before, after }: Sides): Divided {
  const related = new Set<string>()
  for (const [side, family] of [
    [current, before],
    [desired, after],
  ] as const)
    for (const id of [...family.own.keys(), ...family.apart.keys()]) {
      related.add(id)
      for (const object of side.allDependents(id)) related.add(object.id)
    }
  const needed = new Set(before.own.keys())
  for (const id of needed) for (const need of current.dependencies(id)) needed.add(need)
  const isLast = (change: Change): boolean => change.type === 'remove' && needed.has(change.id)
  const others = changes.filter((change) => !related.has(change.id))
  return {
    first: others.filter((change) => !isLast(change)),
    related: changes.filter((change) => related.has(change.id)),
    last: others.filter(isLast),
  }
}

/** What stands on the table and has to be moved over from the old one to the new one, in order, and what follows later. */
export interface Around {
  readonly away: readonly PlannedStep[]
  readonly back: readonly PlannedStep[]
  /** Foreign keys are checked when the table is free again. */
  readonly checkedBefore: readonly PlannedStep[]
  readonly checkedAfter: readonly PlannedStep[]
  /** What has to stand alone, and cannot be part of a swap. */
  readonly alone: readonly string[]
}

/** The steps of the usual plan that do not make or drop the table itself: the swap stands in their middle. */
export function aroundOf(related: readonly Change[], sides: Sides, kinds: Kinds): Around {
  const { current, desired, before, after } = sides
  const steps = plan(related, current, desired, kinds)
  const middle = steps.findIndex(({ id, role }) => role === 'drop' && id === `table ${before.table}`)
  const others = steps.flatMap((step, index) =>
    before.own.has(step.id) || after.own.has(step.id) ? [] : [{ step, late: index > middle }],
  )
  const planned = new Set(others.map(({ step }) => step.id))
  const left = (family: Family): readonly CatalogObject[] =>
    [...family.apart.values()]
      .filter(({ id }) => !planned.has(id))
      .sort((a, b) => kinds.rank(a) - kinds.rank(b) || (a.id < b.id ? -1 : 1))
  // What is said of something goes with it.
  const drop = (object: CatalogObject, side: Side): readonly Sql[] =>
    kinds.of(object).crossCutting ? [] : texts(kinds.of(object).sql.drop(object.attributes, side))
  const create = (object: CatalogObject, side: Side): readonly Sql[] =>
    texts(kinds.of(object).sql.create(object.attributes, side, []))
  const checked: PlannedStep[][] = [[], []]
  const loosened = others.map(({ step, late }) => {
    const up = step.up.map((statement) => unchecked(statement, desired))
    const down = step.down.map((statement) => unchecked(statement, current))
    const later = up.flatMap(({ check }) => check ?? [])
    const earlier = down.flatMap(({ check }) => check ?? [])
    if (later.length > 0) checked[1]!.push({ ...step, up: later, down: [nothing], mode: 'alone' })
    if (earlier.length > 0) checked[0]!.push({ ...step, up: [nothing], down: earlier, mode: 'alone' })
    return { step: { ...step, up: up.map(({ sql }) => sql), down: down.map(({ sql }) => sql) }, late }
  })
  return {
    away: [
      ...loosened.flatMap(({ step, late }) => (late ? [] : [step])),
      ...left(before)
        .toReversed()
        .map((object) => of(object.id, drop(object, current), create(object, current))),
    ],
    back: [
      ...left(after).map((object) => of(object.id, create(object, desired), drop(object, desired))),
      ...loosened.flatMap(({ step, late }) => (late ? [step] : [])),
    ],
    checkedBefore: checked[0]!,
    checkedAfter: checked[1]!,
    alone: others.flatMap(({ step }) => (step.mode === 'alone' ? [step.id] : [])),
  }
}

const of = (id: string, up: readonly Sql[], down: readonly Sql[]): PlannedStep => ({
  id,
  role: 'alter',
  members: [id],
  up,
  down,
  mode: 'transaction',
})

/** A foreign key that is added without a look at the rows, and the statement that looks at them. */
function unchecked(sql: Sql, side: Side): { sql: Sql; check?: Sql } {
  const text = sql.text((name) => name)
  const [, table, name] =
    /^ALTER TABLE ((?:\S|"[^"]*")+) ADD CONSTRAINT ("(?:[^"]|"")*"|\S+) FOREIGN KEY/.exec(text) ?? []
  if (table === undefined || sql.secrets.length > 0 || text.includes('NOT VALID') || text.includes('NOT ENFORCED'))
    return { sql }
  const { partitionBy } = (side.get(`table ${table}`)?.attributes ?? {}) as { partitionBy?: string }
  if (partitionBy !== undefined && side.snapshot.version < 180000) return { sql }
  return {
    sql: new Sql([`${text} NOT VALID`]),
    check: new Sql([`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`]),
  }
}

const texts = (statements: unknown): readonly Sql[] =>
  [statements as Statement | readonly Statement[]].flat().map((item) => {
    const text =
      typeof item === 'object' && !(item instanceof Sql) ? (item as { sql: string | Sql }).sql : (item as string | Sql)
    return text instanceof Sql ? text : new Sql([text])
  })
