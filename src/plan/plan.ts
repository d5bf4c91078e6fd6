import type { CatalogObject } from '../catalog/snapshot.js'
import { invert, type Change } from '../diff/change.js'
import type { AlterRule, Clause, Moment, Statement, Statements, StepContext } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import { Sql } from '../sql/sql.js'
import { fold, type Group, type Unordered } from './fold.js'
import { alterRules, disturbed, nodesOf, replacedInstead, type Node, type Nodes } from './nodes.js'
import { momentsOf } from './moment.js'
import { edges, ordered } from './order.js'
import type { Side } from './side.js'
import { inTwo } from './split.js'

/** One step of a plan: what a migration file writes, and which changes it carries out. */
export interface PlannedStep {
  /** The object that gives the step its name. */
  readonly id: string
  /** What becomes of it. */
  readonly role: Node['role']
  /** Ids of all objects that the step creates, alters or drops. */
  readonly members: readonly string[]
  readonly up: readonly Sql[]
  readonly down: readonly Sql[]
  readonly mode: 'transaction' | 'alone' | 'brief'
  /** Why it is there, for whoever reads the file. */
  readonly comment?: string
}

const none: ReadonlySet<string> = new Set()

/**
 * The steps that turn `current` into `desired`. A step's down is made from the inverted change by the code that makes
 * its up, and the reverse of the order is right for the way back. Of `loose` objects it is not known all that they need:
 * what of them can have a step of its own has one.
 */
export function plan(
  changes: readonly Change[],
  current: Side,
  wanted: Side,
  kinds: Kinds,
  loose: ReadonlySet<string> = none,
): PlannedStep[] {
  const desired = wanted.after(current)
  desired.opposite = current
  current.opposite = desired
  const { nodes, groups } = arranged(changes, current, desired, kinds, loose)
  const rebuilt = rebuiltOnTheWayBack(nodes, current, desired, kinds)
  const touched = new Set(groups.flatMap((group) => group.members.map((node) => node.object.id)))
  const momentAt = momentsOf(groups, current, desired, kinds)
  return groups.flatMap((group, index) => {
    const { up, down } = statementsOf(group, momentAt(index), rebuilt, current, desired, kinds)
    if (up.length === 0 && down.length === 0) return []
    const usedAtOnce = (side: Side): boolean =>
      side.allDependents(group.root.object.id).some((item) => touched.has(item.id))
    const alone = (statements: readonly Statement[], side: Side): boolean =>
      statements.some((item) => isAlone(item) && (item.alone === true || usedAtOnce(side)))
    const mode = alone(up, desired) || alone(down, current) ? 'alone' : 'transaction'
    const members = group.members.map((node) => node.object.id)
    return { id: group.root.object.id, role: group.root.role, members, up: toSqls(up), down: toSqls(down), mode }
  })
}

/** The nodes of a plan in the order of its steps. What is torn between two things that are never there at once lets go of both. */
function arranged(
  changes: readonly Change[],
  current: Side,
  desired: Side,
  kinds: Kinds,
  loose: ReadonlySet<string>,
): { nodes: Nodes; groups: readonly Group[] } {
  const torn = new Set<string>()
  for (;;) {
    current.renewed = desired.renewed = new Map()
    const nodes = nodesOf(changes, current, desired, kinds, torn)
    current.renewed = desired.renewed = nodes.drop
    for (const id of loose) {
      const node = nodes.create.get(id)
      const pair = node && inTwo(node, kinds)
      if (pair !== undefined) nodes.halves.set(node!, pair)
    }
    const found = fold(nodes, edges(nodes, current, desired, kinds), current.snapshot, desired.snapshot, kinds, loose)
    if (!('cycles' in found)) return { nodes, groups: found }
    const more = found.torn.filter(({ object }) => !torn.has(object.id))
    if (more.length === 0) throw cycleError(found.cycles)
    for (const { object } of more) torn.add(object.id)
  }
}

function cycleError(cycles: Unordered['cycles']): Error {
  const names = cycles.map((cycle) => cycle.map((node) => `${node.role} ${node.object.id}`).join(', '))
  return new Error(`no order of steps respects all dependencies: ${names.join('; ')}`)
}

/** Ids of what is altered, and cannot be altered back: it is made anew then. */
const rebuiltOnTheWayBack = (nodes: Nodes, current: Side, desired: Side, kinds: Kinds): ReadonlySet<string> =>
  new Set(
    [...nodes.alter.values()].flatMap((node) =>
      node.role === 'alter' && backRules(node.change, current, desired, kinds) === undefined ? [node.object.id] : [],
    ),
  )

const backRules = (change: Change & { type: 'alter' }, current: Side, desired: Side, kinds: Kinds) =>
  alterRules(invert(change) as Change & { type: 'alter' }, desired, current, kinds)

function statementsOf(
  group: Group,
  meanwhile: Moment,
  rebuilt: ReadonlySet<string>,
  current: Side,
  desired: Side,
  kinds: Kinds,
): { up: Statement[]; down: Statement[] } {
  const { root } = group
  switch (root.role) {
    case 'create':
      return {
        up: createAll(group.members, root, desired, kinds, meanwhile),
        down: drop(root.object, desired, kinds, meanwhile),
      }
    case 'drop':
      return {
        up: drop(root.object, current, kinds, meanwhile),
        down: createAll(inOrder(group.members, current, kinds), root, current, kinds, meanwhile),
      }
    case 'rename': {
      const { before, after } = root.change
      const rename = kinds.of(before).sql.rename!
      return {
        up: list(rename(before.attributes as never, after.attributes as never)),
        down: list(rename(after.attributes as never, before.attributes as never)),
      }
    }
    case 'aside':
      return {
        up: list(kinds.of(root.object).sql.rows!.aside(root.object.attributes as never, current)),
        down: list(kinds.of(root.object).sql.rows!.back(root.object.attributes as never, current)),
      }
    case 'back':
      return {
        up: list(kinds.of(root.object).sql.rows!.back(root.object.attributes as never, desired)),
        down: list(kinds.of(root.object).sql.rows!.aside(root.object.attributes as never, desired)),
      }
    case 'alter':
      return alter(root.change, meanwhile, rebuilt, current, desired, kinds)
  }
}

function alter(
  change: Change & { type: 'alter' },
  meanwhile: Moment,
  rebuilt: ReadonlySet<string>,
  current: Side,
  desired: Side,
  kinds: Kinds,
): { up: Statement[]; down: Statement[] } {
  const back = invert(change) as Change & { type: 'alter' }
  const upRules = alterRules(change, current, desired, kinds)!
  const downRules = backRules(change, current, desired, kinds)
  const taken = disturbed(change, upRules, current, { before: current, after: desired })
  const made = (objects: readonly CatalogObject[]): Statement[] =>
    setAside(
      objects.filter(({ id }) => !current.renewed.has(id)),
      current,
      kinds,
    ).restore
  const up = [...mend(change, upRules, { before: current, after: desired, meanwhile }), ...made(taken.anew)]
  // When a step is taken back, all that depends on its object has already returned to its form of before.
  if (downRules === undefined) {
    const gone = drop(change.after, desired, kinds)
    // What goes with an object that is rebuilt is put back with that.
    if (gone.length === 0 && current.dependencies(change.id).some((id) => rebuilt.has(id))) return { up, down: [] }
    const aside = setAside(
      current.dependents(change.id).flatMap((id) => current.get(id) ?? []),
      current,
      kinds,
      change.id,
    )
    const anew = [...gone, ...create(change.before, current, kinds, [])]
    return { up, down: [...aside.teardown, ...anew, ...aside.restore] }
  }
  const kept = new Set(taken.away.map(({ id }) => id))
  const inTheWay = disturbed(back, downRules, current, { before: desired, after: current })
  const instead = replacedInstead(back, downRules, { before: desired, after: current })
  const aside = setAside(
    [...inTheWay.away, ...instead.flatMap((id) => current.get(id) ?? [])].filter(({ id }) => !kept.has(id)),
    current,
    kinds,
  )
  const mended = [...mend(back, downRules, { before: desired, after: current, meanwhile }), ...made(inTheWay.anew)]
  return { up, down: [...aside.teardown, ...mended, ...aside.restore] }
}

const mend = (
  { before, after }: Change & { type: 'alter' },
  rules: readonly AlterRule<object>[],
  context: StepContext,
): Statement[] => rules.flatMap((rule) => list(rule.alter(before.attributes, after.attributes, context)))

/** Statements that drop some objects with all that depends on them, and those that put them back; `gone` goes between. */
function setAside(
  objects: readonly CatalogObject[],
  side: Side,
  kinds: Kinds,
  gone?: string,
): { teardown: Statement[]; restore: Statement[] } {
  // What is dropped or made anew by the plan itself is not there at this moment. A part may hold rows, as its kind does, of a
  // whole that holds none: a column of a foreign table.
  const holdsData = (object: CatalogObject): boolean => {
    const whole = side.get(kinds.parentOf(object) ?? '')
    return kinds.holdsData(object) && (whole === undefined || kinds.holdsData(whole))
  }
  const movable = (object: CatalogObject): boolean => !holdsData(object) && side.stays(object.id)
  // What comes and goes with a parent's takes what stands on it along: a comment.
  const isImplied = (object: CatalogObject): boolean => kinds.isImplied(object, side.snapshot, side.opposite.snapshot)
  const all = new Map<string, CatalogObject>()
  for (const object of objects.filter(movable))
    for (const item of [object, ...side.allDependents(object.id, movable)]) if (!isImplied(item)) all.set(item.id, item)
  const order = creationOrder(all, side, kinds)
  if (order === undefined) throw new Error(`objects depend on each other: ${[...all.keys()].join(', ')}`)
  // What goes with its parent needs no statement to go.
  const independent = order.filter((object) => {
    const parent = kinds.parentOf(object)
    const isApart = kinds.of(object).placed?.(object.attributes, side.snapshot, side.opposite.snapshot) === 'apart'
    return parent === undefined || isApart || (parent !== gone && !all.has(parent))
  })
  return {
    teardown: independent.toReversed().flatMap((object) => drop(object, side, kinds)),
    restore: order.flatMap((object) => create(object, side, kinds, [])),
  }
}

/** Objects in an order in which they can be created; undefined where they need each other. */
function creationOrder(all: ReadonlyMap<string, CatalogObject>, side: Side, kinds: Kinds): CatalogObject[] | undefined {
  const after = (needs: (object: CatalogObject) => readonly string[]): [CatalogObject, CatalogObject][] =>
    [...all.values()].flatMap((object) =>
      needs(object).flatMap((need): [CatalogObject, CatalogObject][] => {
        const first = all.get(need)
        return first === undefined || first === object ? [] : [[first, object]]
      }),
    )
  const compare = (a: CatalogObject, b: CatalogObject): number =>
    kinds.rank(a) - kinds.rank(b) || (a.id < b.id ? -1 : 1)
  const orderBy = (pairs: readonly [CatalogObject, CatalogObject][]): CatalogObject[] | undefined => {
    const result = ordered(all.values(), pairs, compare)
    return 'order' in result ? result.order : undefined
  }
  const needs = after(({ id }) => side.dependencies(id))
  return orderBy([...needs, ...after((object) => followed(object, side, kinds))]) ?? orderBy(needs)
}

const followed = (object: CatalogObject, side: Side, kinds: Kinds): readonly string[] =>
  kinds.of(object).follows?.(object.attributes, side.snapshot, side.opposite.snapshot, 'create') ?? []

/** What went together, in an order in which it can come back. */
function inOrder(members: readonly Node[], side: Side, kinds: Kinds): readonly Node[] {
  const nodes = new Map(members.map((node) => [node.object.id, node]))
  const objects = new Map(members.map((node) => [node.object.id, node.object]))
  return creationOrder(objects, side, kinds)?.map(({ id }) => nodes.get(id)!) ?? members
}

function createAll(members: readonly Node[], root: Node, side: Side, kinds: Kinds, meanwhile: Moment): Statement[] {
  const children = new Map<string, CatalogObject[]>()
  for (const { object } of members) {
    const parent = kinds.parentOf(object)
    if (parent === undefined || object === root.object) continue
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [object])
    else siblings.push(object)
  }
  const clauses = new Map<string, Clause | undefined>()
  const standing = new Map(members.map(({ object }) => [object.id, object]))
  standing.delete(root.object.id)
  // What needs something that is made after the CREATE is made after that: a foreign key to its own table, by an index.
  const waits = (object: CatalogObject): boolean =>
    [...side.dependencies(object.id), ...followed(object, side, kinds)].some((id) => {
      const need = id === kinds.parentOf(object) ? undefined : standing.get(id)
      return need !== undefined && need !== object && isBeside(need)
    })
  // What comes with another object needs no statement of its own.
  const isBeside = (object: CatalogObject): boolean =>
    clauseOf(object) === undefined &&
    list(kinds.of(object).sql.create(object.attributes, side, [], meanwhile)).length > 0
  const clauseOf = (object: CatalogObject): Clause | undefined => {
    if (clauses.has(object.id)) return clauses.get(object.id)
    clauses.set(object.id, undefined)
    const { clause } = kinds.of(object).sql
    const text = clause === undefined || waits(object) ? undefined : clause(object.attributes, side, clausesOf(object))
    if (text !== undefined) clauses.set(object.id, { object, text })
    return clauses.get(object.id)
  }
  const clausesOf = (object: CatalogObject): Clause[] =>
    (children.get(object.id) ?? []).flatMap((child) => clauseOf(child) ?? [])
  const statements = create(root.object, side, kinds, clausesOf(root.object), meanwhile)
  for (const { object } of members) {
    if (object === root.object) continue
    if (clauseOf(object) !== undefined)
      statements.push(
        ...list(kinds.of(object).sql.afterClause?.(object.attributes, side) ?? []),
        ...afterCreate(object, side, kinds),
      )
    else statements.push(...create(object, side, kinds, clausesOf(object), meanwhile))
  }
  return statements
}

const create = (
  object: CatalogObject,
  side: Side,
  kinds: Kinds,
  clauses: readonly Clause[],
  meanwhile?: Moment,
): Statement[] => [
  ...list(kinds.of(object).sql.create(object.attributes, side, clauses, meanwhile)),
  ...afterCreate(object, side, kinds),
]

function afterCreate(object: CatalogObject, side: Side, kinds: Kinds): Statement[] {
  const reference = kinds.of(object).sql.reference?.(object.attributes)
  return kinds.watching.flatMap((kind) => list(kind.sql.afterCreate!(object, reference, side)))
}

const drop = (object: CatalogObject, side: Side, kinds: Kinds, meanwhile?: Moment): Statement[] =>
  list(kinds.of(object).sql.drop(object.attributes, side, meanwhile))

const isAlone = (item: Statement): item is Exclude<Statement, string | Sql> =>
  typeof item === 'object' && !(item instanceof Sql)

const list = (statements: Statements): Statement[] =>
  Array.isArray(statements) ? [...(statements as readonly Statement[])] : [statements as Statement]

/** A direction that has nothing to do says so: without a word it would count as forgotten. */
const toSqls = (statements: readonly Statement[]): Sql[] =>
  statements.length === 0 ? [new Sql(['-- nothing to do'])] : statements.map(toSql)

function toSql(item: Statement): Sql {
  const text = isAlone(item) ? item.sql : item
  return text instanceof Sql ? text : new Sql([text])
}
