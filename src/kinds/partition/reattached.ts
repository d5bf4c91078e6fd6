import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { isRenamed } from '../not-null/name.js'
import type { NotNullAttributes } from '../not-null/not-null.js'
import type { AlterContext } from '../kind.js'
import { childrenOf, isStable, partsOf } from './attachment.js'
import type { PartitionAttributes } from './partition.js'

/** What only part of a partitioned table's partitions has: an index, or a key (ON ONLY, or not every one is attached). */
interface Incomplete {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly invalid?: boolean
}

interface Named {
  readonly name?: string
  readonly local?: boolean
}

/** Ids of the parts of a partition whose change takes it off its parent meanwhile: a name or a mark that is the parent's to give. */
function changedAlone(child: string, own: Snapshot, other: Snapshot): readonly string[] {
  if (!isStable(child, own, other)) return []
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

const nameOf = ({ schema, table, name }: Incomplete, kind: 'index' | 'constraint'): string =>
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

/** True where one that is incomplete, before or after, cannot stay while its partitions are attached. */
export function isInTheWay(
  kind: 'index' | 'constraint',
  before: Incomplete,
  after: Incomplete,
  context: AlterContext,
): boolean {
  if (!before.invalid && !after.invalid) return false
  const [own, other] = [context.after.snapshot, context.before.snapshot]
  return childrenOf(own, qualified(after.schema, after.table)).some(
    (child) =>
      attaching(child, own, other).length > 0 &&
      !(hasPart(child, nameOf(before, kind), other) && hasPart(child, nameOf(after, kind), own)),
  )
}
