import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { lastName, qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, AlterRule, SqlContext, Statements } from '../kind.js'
import { isExclusion } from './index-columns.js'

/** A part of a table: a column, a constraint, an index. */
export interface TablePart {
  readonly schema: string
  readonly table: string
  readonly inherited?: boolean | string
  /** Of a constraint. */
  readonly type?: string
}

/** True for what a child has from its parent and is declared by itself as well. */
export const isDeclaredToo = ({ local, merged }: { readonly local?: boolean; readonly merged?: boolean }): boolean =>
  local === true || merged === true

/** How the tables of a snapshot hang together. */
interface Family {
  /** Parents of a child, in order. */
  readonly parents: ReadonlyMap<string, readonly string[]>
  readonly children: ReadonlyMap<string, readonly string[]>
  /** Partitions with a key whose index is attached to a plain index of the parent: only an ATTACH makes that. */
  readonly separate: ReadonlySet<string>
  readonly parts: ReadonlyMap<string, readonly CatalogObject[]>
}

const families = new WeakMap<Snapshot, Family>()

/** Read from a snapshot once: every part of every table asks. */
function family(snapshot: Snapshot): Family {
  const known = families.get(snapshot)
  if (known !== undefined) return known
  const parents = new Map<string, readonly string[]>()
  const children = new Map<string, string[]>()
  const separate = new Set<string>()
  const described = new Set<string>()
  const parts = new Map<string, CatalogObject[]>()
  for (const object of snapshot.objects.values()) {
    if (object.kind === 'partition' || object.kind === 'inheritance') {
      const { schema, name, parent, parents: several } = object.attributes as Attachment
      const child = qualified(schema, name)
      const list = several ?? [qualified(parent!.schema, parent!.name)]
      parents.set(child, list)
      for (const item of list) append(children, item, child)
    } else if (partKinds.has(object.kind)) {
      const { schema, table, attachedTo } = object.attributes as TablePart & { attachedTo?: string }
      if (attachedTo !== undefined) separate.add(qualified(schema, table))
      if (object.kind === 'column') described.add(qualified(schema, table))
      append(parts, qualified(schema, table), object)
    }
  }
  // As it is declared, a partition does not say what it has from its parent.
  for (const child of separate) if (!described.has(child)) separate.delete(child)
  const result = { parents, children, separate, parts }
  families.set(snapshot, result)
  return result
}

interface Attachment {
  readonly schema: string
  readonly name: string
  readonly parent?: { readonly schema: string; readonly name: string }
  readonly parents?: readonly string[]
}

/** What a child gets from its parent and can also have by itself. */
const partKinds = new Set(['column', 'default', 'not-null', 'nullable', 'constraint', 'index'])

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}

const tableOf = ({ schema, table }: TablePart): string => qualified(schema, table)

/** The qualified names of the tables that a table is a partition or a child of. */
export const parentsOf = (snapshot: Snapshot, table: string): readonly string[] =>
  family(snapshot).parents.get(table) ?? []

export const childrenOf = (snapshot: Snapshot, table: string): readonly string[] =>
  family(snapshot).children.get(table) ?? []

export const descendantsOf = (snapshot: Snapshot, table: string): readonly string[] =>
  childrenOf(snapshot, table).flatMap((child) => [child, ...descendantsOf(snapshot, child)])

export const ancestorsOf = (snapshot: Snapshot, table: string): readonly string[] =>
  parentsOf(snapshot, table).flatMap((parent) => [parent, ...ancestorsOf(snapshot, parent)])

/** Whether a table is divided into partitions. */
export const isPartitioned = (table: string, { objects }: Snapshot): boolean =>
  'partitionBy' in (objects.get(`table ${table}`)?.attributes ?? {})

export const partsOf = (snapshot: Snapshot, table: string): readonly CatalogObject[] =>
  family(snapshot).parts.get(table) ?? []

/** True when a table hangs on the same parents on both sides. */
export function isStable(table: string, one: Snapshot, other: Snapshot): boolean {
  const parents = parentsOf(one, table)
  const others = parentsOf(other, table)
  return parents.length > 0 && parents.length === others.length && parents.every((parent) => others.includes(parent))
}

/** Whether a child is made by PARTITION OF or INHERITS, seen from the other side. */
export const isMadeThroughParent = (table: string, own: Snapshot, other: Snapshot): boolean =>
  !other.objects.has(`table ${table}`) && canBeMadeThroughParent(table, own)

/** Whether PARTITION OF or INHERITS makes a child as it is. */
export function canBeMadeThroughParent(table: string, own: Snapshot): boolean {
  const { parents, separate } = family(own)
  return parents.has(table) && !separate.has(table)
}

/**
 * True for a part that a child has because of its parent on the side `own`, and that comes and goes with the parent's
 * on the way to or from the side `other`. It is false while a table that exists on both sides is attached or detached:
 * then the part has to be there before and stays behind after.
 */
export function isCarried(part: TablePart, own: Snapshot, other: Snapshot): boolean {
  if (!part.inherited) return false
  const table = tableOf(part)
  if (isStablePart(part, own, other) || isMadeThroughParent(table, own, other)) return true
  // A new table that is attached gets the parent's foreign keys, which could not stand on it before all tables are there.
  return part.type === 'foreign key' && !other.objects.has(`table ${table}`)
}

interface AnyPart extends TablePart {
  readonly name?: string
  readonly column?: string
  readonly position?: number
  readonly expression?: string
  readonly none?: boolean
}

function kindOf({ type, position, column, expression, none }: AnyPart): string {
  if (position !== undefined) return 'column'
  if (column === undefined) return type === undefined ? 'index' : 'constraint'
  return expression === undefined && !none ? 'not-null' : 'default'
}

const idOf = (part: AnyPart, table: string): string =>
  `${kindOf(part)} ${table}.${qualified(part.column ?? part.name ?? '')}`

/** True when a part comes from the same parents on both sides: of several, one that has it on both keeps it there. */
function isStablePart(part: AnyPart, one: Snapshot, other: Snapshot): boolean {
  const table = tableOf(part)
  if (!isStable(table, one, other)) return false
  const parents = parentsOf(one, table)
  if (parents.length < 2) return true
  const isIn = (holder: string, snapshot: Snapshot): boolean => snapshot.objects.has(idOf(part, holder))
  const others = parents.filter((parent) => isIn(parent, other))
  // New in the whole family: whichever parents get it, it comes with them.
  if (others.length === 0 && !isIn(table, other)) return true
  return others.some((parent) => isIn(parent, one))
}

/** The children of a table that hang on it on both sides. */
export const stableChildren = (table: string, one: Snapshot, other: Snapshot): readonly string[] =>
  (family(one).children.get(table) ?? []).filter((child) => isStable(child, one, other))

/** The children of a table, and theirs, that hang on it on both sides, each after all of its parents. */
export const stableDescendants = (table: string, one: Snapshot, other: Snapshot): readonly string[] => {
  const all = stableChildren(table, one, other).flatMap((child) => [child, ...stableDescendants(child, one, other)])
  return [...new Set(all.toReversed())].toReversed()
}

/**
 * Where the attachment of a child is made anew and the parents stay (a partition gets other bounds), what those have changes
 * while the child hangs on them.
 */
export function changesWhileAttached(child: string, own: Snapshot, other: Snapshot): readonly string[] {
  if (!isStable(child, own, other)) return []
  return ancestorsOf(own, child).flatMap((table) => partsOf(own, table).map(({ id }) => id))
}

/** Ids of the defaults of the tables above a child: a new one takes what they have at that moment. */
export const defaultsAbove = (child: string, own: Snapshot): readonly string[] =>
  ancestorsOf(own, child).flatMap((table) =>
    partsOf(own, table).flatMap(({ id, kind }) => (kind === 'default' ? [id] : [])),
  )

/** Ids of the same part of the parents: `column public.orders.id` for a column of a partition. */
export const sameInParents = (kind: string, table: string, name: string, snapshot: Snapshot): readonly string[] =>
  parentsOf(snapshot, table).map((parent) => `${kind} ${parent}.${qualified(name)}`)

const sides = (context: AlterContext): [Snapshot, Snapshot] => [context.before.snapshot, context.after.snapshot]

/** Replaces a part that stops or begins to come from the parent of a table that stays where it is. */
export const replacedWhereStable = <A extends TablePart>(): AlterRule<A> => ({
  possible: (before, _after, context) => !isStablePart(before, ...sides(context)),
  alter: () => [],
})

/** What takes a table off its parents, and what puts it back. */
export interface Detour {
  readonly off: readonly string[]
  readonly on: readonly string[]
  /** The table that it has what it has from them from, meanwhile. */
  readonly standIn?: string
}

/** Of a partition; for a child of INHERITS see `detourOf` in inheritance/stand-in.ts. */
export function detourOfPartition(table: string, side: SqlContext): Detour | undefined {
  const parents = parentsOf(side.snapshot, table)
  const partition = side.get(`partition ${table}`)?.attributes as { bound: string } | undefined
  return (
    partition && {
      off: [
        `ALTER TABLE ${parents[0]} DETACH PARTITION ${table}`,
        ...exclusionsOf(table, parents, side).map((name) => `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${name}`),
      ],
      on: [
        `ALTER TABLE ${parents[0]} ATTACH PARTITION ${table} ${partition.bound}`,
        ...declaredAgain(table, side.snapshot),
        ...namedAgain(table, side),
      ],
    }
  )
}

interface Key extends AnyPart {
  readonly period?: boolean
  readonly columns?: readonly string[]
  readonly elements?: readonly { readonly key: string }[]
  readonly automaticName?: string
}

const exclusions = (table: string, snapshot: Snapshot): readonly CatalogObject[] =>
  partsOf(snapshot, table).filter(({ kind, attributes }) => kind === 'constraint' && isExclusion(attributes as Key))

/** The exclusion constraints of a partition that are its parent's: ATTACH PARTITION takes none over, but makes each anew. */
function exclusionsOf(
  table: string,
  parents: readonly string[],
  { snapshot, opposite }: SqlContext,
): readonly string[] {
  const own = [snapshot, opposite.snapshot].flatMap((one) =>
    exclusions(table, one).map(({ attributes }) => attributes as Key),
  )
  // As it is declared, a partition does not say what it has from its parent: by the name that PostgreSQL gives it.
  const automatic = parents.flatMap((parent) =>
    exclusions(parent, snapshot).map(({ attributes }) => nameOfPart(table, attributes as Key)),
  )
  const ofParent = own.flatMap(({ inherited, name = '' }) => (inherited === undefined ? [] : [name]))
  const alone = new Set(own.flatMap(({ inherited, name }) => (inherited === undefined ? [name] : [])))
  return [...new Set([...ofParent, ...automatic])].filter((name) => !alone.has(name)).map(quoteIdentifier)
}

function nameOfPart(table: string, { type, columns, elements = [] }: Key): string {
  const over = columns ?? elements.map(({ key }) => key.replaceAll(/^"|"$/g, ''))
  return type === 'primary key'
    ? defaultName([lastName(table)], 'pkey')
    : defaultName([lastName(table), ...over], 'excl')
}

/** Those that have another name than PostgreSQL gives them. */
const namedAgain = (table: string, side: SqlContext): readonly string[] =>
  exclusions(table, side.snapshot).flatMap(({ id, attributes }) => {
    const { inherited, name = '', automaticName } = attributes as Key
    const isNamed = inherited !== undefined && automaticName !== undefined && automaticName !== '?' && side.stays(id)
    const rename = `RENAME CONSTRAINT ${quoteIdentifier(automaticName ?? '')} TO ${quoteIdentifier(name)}`
    return isNamed ? [`ALTER TABLE ${table} ${rename}`] : []
  })

/** A partition that is attached forgets which NOT NULL it declares by itself, and not only because its parent does (18). */
export const declaredAgain = (table: string, snapshot: Snapshot): string[] =>
  partsOf(snapshot, table).flatMap(({ kind, attributes }) => {
    if (kind !== 'not-null' || snapshot.version < 180_000) return []
    const { local, inherited, column } = attributes as AnyPart & { local?: boolean }
    const name = qualified(column ?? '')
    // As it is declared, it does not say that the parent has it too.
    const isTold =
      !inherited && parentsOf(snapshot, table).some((parent) => snapshot.objects.has(`not-null ${parent}.${name}`))
    return local || isTold ? [`ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL`] : []
  })

/**
 * What a child has from its parent and declares itself too. To declare it is to create it once more; what is no longer
 * declared is forgotten when a partition is attached anew, and cannot be in a child of INHERITS.
 */
export const localFlag = <A extends TablePart>(declare: (object: A) => Statements): AlterRule<A> => ({
  alter: (before, after, context) => {
    const table = tableOf(after)
    if (!isStable(table, ...sides(context))) return []
    if (!('local' in before)) return declare(after)
    const detour = after.inherited ? detourOfPartition(table, context.after) : undefined
    return detour === undefined ? [] : [...detour.off, ...detour.on]
  },
})

/** True for a part of a column that goes with the parent's on the other side, while a child keeps the column without it. */
export function isLeftToChild(part: TablePart & { readonly column?: string }, own: Snapshot, other: Snapshot): boolean {
  const table = tableOf(part)
  const inherited = (snapshot: Snapshot): boolean | undefined => {
    const found = snapshot.objects.get(`column ${table}.${quoteIdentifier(part.column ?? '')}`)
    return found && Boolean((found.attributes as TablePart).inherited)
  }
  return Boolean(part.inherited) && inherited(own) === true && inherited(other) === false && isStable(table, own, other)
}

/** True when a part is made by what is done to the parent, on the side of a statement. */
export const comesFromParent = (part: TablePart, { snapshot, opposite }: SqlContext): boolean =>
  isCarried(part, snapshot, opposite.snapshot)

/** True when a part has come from the parent throughout, so that a change of the parent's reaches it. */
export const followsParent = (before: TablePart, after: TablePart, context: AlterContext): boolean =>
  Boolean(before.inherited) && Boolean(after.inherited) && isStablePart(before, ...sides(context))
