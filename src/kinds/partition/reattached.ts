import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { isRenamed } from '../not-null/name.js'
import type { NotNullAttributes } from '../not-null/not-null.js'
import type { AlterContext } from '../kind.js'
import { childrenOf, isMadeThroughParent, isStable, partsOf } from './attachment.js'
import type { PartitionAttributes } from './partition.js'

/** What only part of a partitioned table's partitions has: an index, or a key (ON ONLY, or not every one is attached). */
interface Incomplete {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly invalid?: boolean
}

type PartKind = 'index' | 'constraint'

interface Named {
  readonly name?: string
  readonly local?: boolean
}

/** Ids of the parts of a partition whose change takes it off its parent meanwhile: a name or a mark that is the parent's to give. */
function changedAlone(child: string, own: Snapshot, other: Snapshot): readonly string[] {
  if (!isStable(child, own, other) && !isMadeThroughParent(child, own, other)) return []
  return partsOf(own, child).flatMap(({ id, kind, attributes }) => {
    if (kind !== 'not-null' && kind !== 'constraint') return []
    const before = other.objects.get(id)?.attributes as Named | undefined
    const { name, local } = attributes as Named
    const isNamed = kind === 'not-null' && (before === undefined ? isNamedAlone(attributes, own) : before.name !== name)
    return isNamed || (before !== undefined && before.local !== local) ? [id] : []
  })
}

const isNamedAlone = (attributes: object, snapshot: Snapshot): boolean =>
  isRenamed(attributes as NotNullAttributes, snapshot)

/** Ids of what attaches a partition on the way from the side `other`, or takes it off and attaches it again. */
function attaching(child: string, own: Snapshot, other: Snapshot): readonly string[] {
  const id = `partition ${child}`
  const [after, before] = [own, other].map(
    ({ objects }) => objects.get(id)?.attributes as PartitionAttributes | undefined,
  )
  const isAttached = isStable(child, own, other) && before?.bound === after?.bound && isSameTable(child, own, other)
  return [...(isAttached ? [] : [id]), ...changedAlone(child, own, other)]
}

/** One that is divided otherwise is made anew. */
function isSameTable(name: string, ...sides: readonly Snapshot[]): boolean {
  const [one, two] = sides.map(
    ({ objects }) => (objects.get(`table ${name}`)?.attributes as { partitionBy?: string } | undefined)?.partitionBy,
  )
  return one === two
}

const hasPart = (child: string, parent: string, snapshot: Snapshot): boolean =>
  partsOf(snapshot, child).some(({ attributes }) => {
    const { inherited, attachedTo } = attributes as { inherited?: unknown; attachedTo?: string }
    return inherited === parent || attachedTo === parent
  })

const nameOf = ({ schema, table, name }: Incomplete, kind: PartKind): string =>
  kind === 'index' ? qualified(schema, name) : qualified(schema, table, name)

/**
 * ATTACH PARTITION makes what a partition lacks of its parent's indexes and keys. Ids of what attaches partitions: one of the
 * parent alone is made after that, and taken away before.
 */
export const madeAfter = (part: Incomplete, own: Snapshot, other: Snapshot): readonly string[] =>
  part.invalid
    ? childrenOf(own, qualified(part.schema, part.table)).flatMap((child) => [
        `partition ${child}`,
        ...changedAlone(child, own, other),
      ])
    : []

/** Whether partitions that lack a part of it, here or on the other side, are attached on the way from that to the side `own`. */
function comesToOthers(kind: PartKind, part: Incomplete, there: Incomplete, own: Snapshot, other: Snapshot): boolean {
  const isOn = (child: string): boolean =>
    hasPart(child, nameOf(part, kind), own) && hasPart(child, nameOf(there, kind), other)
  return childrenOf(own, qualified(part.schema, part.table)).some(
    (child) => attaching(child, own, other).length > 0 && !isOn(child),
  )
}

/** A part that is no longer one while its partition stays, or is made anew: PostgreSQL lets go of none, so that both go. */
function losesPart(kind: PartKind, whole: Incomplete, context: AlterContext): boolean {
  const [from, to] = [context.before.snapshot, context.after.snapshot]
  const partOf = (child: string, snapshot: Snapshot): CatalogObject<Incomplete> | undefined =>
    partsOf(snapshot, child).find((part): part is CatalogObject<Incomplete> => {
      const { inherited } = part.attributes as { inherited?: unknown }
      return part.kind === kind && inherited === nameOf(whole, kind)
    })
  return childrenOf(from, qualified(whole.schema, whole.table)).some((child) => {
    const part = partOf(child, from)
    if (part === undefined || !isStable(child, from, to)) return false
    const kept = partOf(child, to)
    if (kept === undefined) return true
    // One that has another name is given that, where nothing else has either of them.
    return kept.id === part.id
      ? cannotStay(kind, part.attributes, kept.attributes, context)
      : to.objects.has(part.id) || from.objects.has(kept.id)
  })
}

/**
 * True where one that is incomplete, before or after, cannot stay: it loses parts, or partitions that lack it are attached.
 * While those are, on the way there or on the way back, it has to be away for both ways.
 */
export function cannotStay(kind: PartKind, before: Incomplete, after: Incomplete, context: AlterContext): boolean {
  if (!before.invalid && !after.invalid) return false
  const [from, to] = [context.before.snapshot, context.after.snapshot]
  return (
    comesToOthers(kind, after, before, to, from) ||
    comesToOthers(kind, before, after, from, to) ||
    losesPart(kind, before, context)
  )
}
