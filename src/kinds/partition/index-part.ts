import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { equal } from '../../catalog/json.js'
import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { overlaid } from '../../sql/options.js'
import type { AlterContext, SqlContext } from '../kind.js'
import { settingStatements, type IndexSettings } from '../index/settings.js'
import { partSuffix } from './index-columns.js'
import { childrenOf, isCarried, isStable, partsOf, type TablePart } from './attachment.js'

/** An index of a partition, or a constraint of it, that belongs to one of the parent. */
export interface NamedPart extends TablePart, IndexSettings {
  readonly name: string
  /** One of these says what it is over; none where only its name is declared, and what it has apart from the parent's. */
  readonly keys?: object
  readonly columns?: object
  readonly elements?: object
  /** What it belongs to: `public.orders_idx`, `public.orders.orders_pkey`. */
  readonly inherited?: string
  /** The name that it would be given together with the parent's, where it has another; `?` where that depends on what came first. */
  readonly automaticName?: string
  /** How it knows its columns, where those have got other names since: parts that come later are named after these. */
  readonly formerColumns?: readonly string[]
  readonly invalid?: boolean
}

/** `index public.orders_idx`, `constraint public.orders.orders_pkey`. */
export const parentPart = (kind: string, { inherited }: NamedPart): string => `${kind} ${inherited}`

const tableOf = ({ schema, table }: TablePart): string => qualified(schema, table)

const isInvalid = (id: string, snapshot: Snapshot): boolean =>
  (snapshot.objects.get(id)?.attributes as { invalid?: boolean } | undefined)?.invalid === true

/** A part of one of a parent alone: that is made when the partitions are attached, and its parts are attached to it one by one. */
export const isAttachedAlone = (kind: string, part: TablePart, snapshot: Snapshot): boolean =>
  typeof part.inherited === 'string' && isInvalid(`${kind} ${part.inherited}`, snapshot)

/** What is made together with the parent's, under the name that it shall have. */
function comesByItself(kind: string, id: string, part: NamedPart, own: Snapshot, other: Snapshot): boolean {
  if (!isCarried(part, own, other) || part.automaticName !== undefined) return false
  const parent = parentPart(kind, part)
  if (isInvalid(parent, own)) return false
  if (formerColumnsOf(parent, own, other) !== undefined && !other.objects.has(id)) return false
  // Where the parent's stays, this one must have been there as well, by this name.
  return !(other.objects.has(parent) && isStable(tableOf(part), own, other) && !other.objects.has(id))
}

/** What needs no step: it comes by itself, and nothing is set of it apart from the parent's. */
export const isImpliedPart = (kind: string, id: string, part: NamedPart, own: Snapshot, other: Snapshot): boolean =>
  comesByItself(kind, id, part, own, other) && ownSettings(kind, part, own).length === 0

const isDeclaredByName = ({ keys, columns, elements }: NamedPart): boolean =>
  (keys ?? columns ?? elements) === undefined

/** Of one that is declared by its name, what is said of it and what is the parent's. */
export function settingsOf(kind: string, part: NamedPart, snapshot: Snapshot): IndexSettings {
  const { options, tablespace, statistics } = part
  const parent = snapshot.objects.get(parentPart(kind, part))?.attributes as NamedPart | undefined
  if (!isDeclaredByName(part) || parent === undefined) return { options, tablespace, statistics }
  const above = settingsOf(kind, parent, snapshot)
  return {
    options: overlaid(above.options, options),
    tablespace: tablespace ?? above.tablespace,
    statistics: statistics ?? above.statistics,
  }
}

/** What gives a part that PostgreSQL has made like its parent's the settings that it has apart from that. */
export function ownSettings(kind: string, part: NamedPart, snapshot: Snapshot): string[] {
  const parent = snapshot.objects.get(parentPart(kind, part))?.attributes as NamedPart | undefined
  if (parent === undefined || part.type === 'foreign key') return []
  const above = settingsOf(kind, parent, snapshot)
  const own = settingsOf(kind, part, snapshot)
  const isAsAbove = isDeclaredByName(part) && equal(own, above)
  return isAsAbove ? [] : settingStatements(above, { ...part, ...own })
}

/** Those of the parent's, on the side that knows what happened to it, where it is on both. */
function formerColumnsOf(parent: string, own: Snapshot, other: Snapshot): readonly string[] | undefined {
  const [here, there] = [own, other].map((side) => side.objects.get(parent)?.attributes as NamedPart | undefined)
  return here && there && (here.formerColumns ?? there.formerColumns)
}

/** The name that PostgreSQL gives a part where it makes it. */
function nameGiven(kind: string, part: NamedPart, side: SqlContext): string | undefined {
  const parent = parentPart(kind, part)
  const former = side.stays(parent) ? formerColumnsOf(parent, side.snapshot, side.opposite.snapshot) : undefined
  if (former === undefined || part.automaticName === '?') return part.automaticName
  return defaultName([part.table, ...former], partSuffix(kind, part))
}

const known = new WeakMap<Snapshot, ReadonlySet<string>>()

/** The indexes behind keys, whose names no other relation of the schema can have; read from a snapshot once. */
function keyIndexes(snapshot: Snapshot): ReadonlySet<string> {
  const found = known.get(snapshot)
  if (found !== undefined) return found
  const result = new Set<string>()
  for (const { kind, attributes } of snapshot.objects.values()) {
    const { schema, name, type } = attributes as NamedPart
    if (kind === 'constraint' && type !== 'check' && type !== 'foreign key') result.add(qualified(schema, name))
  }
  known.set(snapshot, result)
  return result
}

/** How a part comes to be where PostgreSQL makes it together with the parent's. */
export type Origin =
  /** By itself, under its own name. */
  | { readonly by: 'itself' }
  | { readonly by: 'rename'; readonly from: string }
  /** By a name that only the server knows. */
  | { readonly by: 'search' }
  /** It has to be made and attached, since the parent's is there without it. */
  | { readonly by: 'attach' }

export function originOf(kind: string, part: NamedPart, side: SqlContext): Origin | undefined {
  const { snapshot, opposite } = side
  const parent = parentPart(kind, part)
  if (!isCarried(part, snapshot, opposite.snapshot))
    return isAttachedAlone(kind, part, snapshot) ? { by: 'attach' } : undefined
  const table = tableOf(part)
  const isThere = side.stays(parent) && side.stays(`table ${table}`) && isStable(table, snapshot, opposite.snapshot)
  const twin = isThere
    ? attachedTo(parent, opposite).find(({ attributes }) => tableOf(attributes) === table)
    : undefined
  // Where it has that name already, it has gone with the parent's, which is made anew on the way back alone.
  const stayed = isThere && twin?.attributes.name !== part.name
  // Of several alike one that comes meanwhile may have been given the name.
  if (stayed && twin !== undefined)
    return part.automaticName === '?' ? { by: 'search' } : { by: 'rename', from: twin.attributes.name }
  if (stayed || isInvalid(parent, snapshot)) return { by: 'attach' }
  const from = nameGiven(kind, part, side)
  const id = `${kind} ${nameOf(kind, part)}`
  const isItself = !isDeclaredByName(part) && comesByItself(kind, id, part, snapshot, opposite.snapshot)
  if (isItself || from === part.name) return { by: 'itself' }
  if (from === undefined || from === '?') return { by: 'search' }
  const ids = [
    `index ${qualified(part.schema, from)}`,
    `constraint ${table}.${quoteIdentifier(from)}`,
    `table ${qualified(part.schema, from)}`,
  ]
  const index = qualified(part.schema, from)
  const taken =
    ids.some((id) => snapshot.objects.has(id) || opposite.get(id) !== undefined) ||
    [snapshot, opposite.snapshot].some((own) => keyIndexes(own).has(index))
  return taken ? { by: 'search' } : { by: 'rename', from }
}

/**
 * Parts of the same table that PostgreSQL may make under the name that an index or a constraint of its own shall have: they
 * get theirs before.
 */
export const namedBefore = (
  { schema, table, name, inherited, type }: NamedPart,
  own: Snapshot,
  other: Snapshot,
): readonly string[] =>
  inherited !== undefined
    ? []
    : partsOf(own, qualified(schema, table)).flatMap(({ id, kind, attributes }) => {
        const part = attributes as NamedPart & { inherited?: unknown }
        if ((kind !== 'index' && kind !== 'constraint') || typeof part.inherited !== 'string') return []
        // What is attached, or comes with a partition that is attached, is made after its own.
        if (!isCarried(part, own, other) || isInvalid(parentPart(kind, part), own)) return []
        // A foreign key goes by its parent's name, and may only be in the way of what is no index.
        const mayTake =
          type === 'check' || type === 'foreign key'
            ? kind === 'constraint' && part.inherited.endsWith(`.${quoteIdentifier(name)}`)
            : ['?', name].includes(part.automaticName ?? '?')
        return mayTake && part.name !== name ? [id] : []
      })

const nameOf = (kind: string, { schema, table, name }: NamedPart): string =>
  kind === 'index' ? qualified(schema, name) : qualified(schema, table, name)

/** Whether an index or a key of a partitioned table has parts, with which it can become valid. */
export const hasParts = (kind: string, own: NamedPart, { after }: AlterContext): boolean =>
  attachedTo(`${kind} ${nameOf(kind, own)}`, after).length > 0

/**
 * It becomes valid when the last partition gets its part. PostgreSQL does not look again when the partition that lacked one
 * has gone: a part is then attached once more.
 */
export function lookAgain(kind: string, before: NamedPart, after: NamedPart, context: AlterContext): string[] {
  if (after.invalid || isOfParentAlone(kind, before, context.before.snapshot)) return []
  return attachedTo(`${kind} ${nameOf(kind, after)}`, context.after)
    .slice(0, 1)
    .map(
      ({ attributes: { schema, name } }) =>
        `ALTER INDEX ${qualified(after.schema, after.name)} ATTACH PARTITION ${qualified(schema, name)}`,
    )
}

/** Whether some partition has no whole part of an index or a key: it is one of the parent alone then (ON ONLY). */
export const isOfParentAlone = (kind: string, own: NamedPart, snapshot: Snapshot): boolean => {
  const name = nameOf(kind, own)
  const isPart = ({ attributes }: CatalogObject): boolean => {
    const { inherited, attachedTo: attached, invalid } = attributes as NamedPart & { readonly attachedTo?: string }
    return (inherited === name || attached === name) && !invalid
  }
  return (
    own.invalid === true &&
    childrenOf(snapshot, tableOf(own)).some((child) => !partsOf(snapshot, child).some((part) => isPart(part)))
  )
}

/** The parts of partitions that belong to one of their parent. */
export const attachedTo = (parent: string, side: SqlContext): CatalogObject<NamedPart>[] =>
  side
    .dependents(parent)
    .flatMap((id) => side.get(id) ?? [])
    .filter(
      (object): object is CatalogObject<NamedPart> =>
        parentPart(object.kind, object.attributes as NamedPart) === parent,
    )

/** Parts that go with the parent's, although their tables keep them on the other side. */
export function lostWith(parent: string, side: SqlContext): CatalogObject<NamedPart>[] {
  return attachedTo(parent, side).flatMap((object) => {
    const isStaying = isStable(tableOf(object.attributes), side.snapshot, side.opposite.snapshot)
    if (!isStaying && !isInvalid(parent, side.snapshot)) return []
    const kept = side.opposite.get(object.id) as CatalogObject<NamedPart> | undefined
    // What is made anew, as one of a parent alone that was whole, has a step of its own for it.
    const isAnew = !side.stays(object.id) || (kept?.attributes.invalid && !object.attributes.invalid)
    const own = kept !== undefined && kept.attributes.inherited === undefined && !isAnew ? [kept] : []
    return [...own, ...lostWith(object.id, side)]
  })
}

/** Runs a command that the server has to put together: `query` gives its text, or no row where nothing is to be done. */
export const runFound = (query: string): string =>
  `DO $$ DECLARE command text; BEGIN\n  ${query}\n  IF FOUND THEN EXECUTE command; END IF;\nEND $$`
