import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind, type Introspection } from '../kind.js'
import { tableKinds, unowned, userSchema } from '../../catalog/scope.js'
import {
  canBeMadeThroughParent,
  changesWhileAttached,
  defaultsAbove,
  declaredAgain,
  isCarried,
  isMadeThroughParent,
  isStable,
  partsOf,
  type TablePart,
} from './attachment.js'
import { typesBeneath } from '../type/beneath.js'
import { dropExclusions, nameExclusions } from '../constraint/sql.js'
import { isAttachedAlone } from './index-part.js'
import { render } from './render.js'
import { isKept, rows, yields } from './rows.js'

export interface PartitionAttributes {
  readonly schema: string
  /** The partition. */
  readonly name: string
  readonly parent: { readonly schema: string; readonly name: string }
  /** `FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')`, or `DEFAULT`. */
  readonly bound: string
  /** A DETACH CONCURRENTLY was begun and not finished. */
  readonly detachPending?: boolean
}

interface Row {
  oid: number
  schema: string
  name: string
  parentSchema: string
  parentName: string
  bound: string
  detachPending: boolean
}

const introspection: Introspection<PartitionAttributes, Row> = {
  query: (server) => `
    select c.oid, n.nspname as schema, c.relname as name, pn.nspname as "parentSchema", p.relname as "parentName",
           pg_get_expr(c.relpartbound, 0) as bound, i.inhdetachpending as "detachPending"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_inherits i on i.inhrelid = c.oid
      join pg_class p on p.oid = i.inhparent
      join pg_namespace pn on pn.oid = p.relnamespace
     where c.relispartition and c.relkind in ${tableKinds} and ${userSchema('n')} and ${unowned('c.oid', server)}`,
  read: ({ oid, parentSchema, parentName, ...row }) => ({
    catalog: 'pg_inherits',
    oid,
    attributes: { ...row, parent: { schema: parentSchema, name: parentName } },
  }),
}

const child = ({ schema, name }: PartitionAttributes): string => qualified(schema, name)
const parentOf = ({ parent }: PartitionAttributes): string => qualified(parent.schema, parent.name)

/** Whether CREATE TABLE attaches it. One that is made anew and gets or had another parent has its columns by itself. */
const isSaidInTable = (partition: PartitionAttributes, own: Snapshot, other: Snapshot): boolean =>
  canBeMadeThroughParent(child(partition), own) &&
  (!other.objects.has(`table ${child(partition)}`) || isStable(child(partition), own, other))

/** Parts of the child must be as the parent wants them before it is attached, and go only after it is detached. */
function follows(partition: PartitionAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  if (isMadeThroughParent(child(partition), own, other)) return defaultsAbove(child(partition), own)
  const fitting = partsOf(own, child(partition)).filter(({ kind, attributes }) => {
    const part = attributes as TablePart
    const isFitting = 'inherited' in part && !isCarried(part, own, other) && !isAttachedAlone(kind, part, own)
    return isFitting || 'attachedTo' in part
  })
  // A new table has nothing that could be merged with what the parent gets.
  const stays = isStable(child(partition), own, other)
  const parents =
    other.objects.has(`table ${child(partition)}`) && !stays
      ? partsOf(own, parentOf(partition)).filter(({ attributes }) => !('invalid' in attributes))
      : []
  const attached = fitting.flatMap(({ attributes }) => (attributes as { attachedTo?: string }).attachedTo ?? [])
  return [
    ...[...fitting, ...parents].map(({ id }) => id),
    ...attached.map((index) => `index ${index}`),
    ...typesMeanwhile(partition, own, other),
  ]
}

/** A type that is made anew is so while a partition that gets other bounds is off: its columns are converted by themselves. */
function typesMeanwhile(partition: PartitionAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  const table = child(partition)
  const before = other.objects.get(`partition ${table}`)?.attributes as PartitionAttributes | undefined
  if (before === undefined || (before.bound === partition.bound && parentOf(before) === parentOf(partition))) return []
  return partsOf(own, table).flatMap(({ kind, attributes }) =>
    kind === 'column' ? typesBeneath((attributes as { type: string }).type, own) : [],
  )
}

/** A table that goes keeps the parent's foreign keys when it is detached, if those are there still, and with them what they stand on. */
const dropForeignKeys = (table: string, own: Snapshot): string[] =>
  partsOf(own, table).flatMap(({ attributes }) => {
    const { type, name, inherited } = attributes as { type?: string; name: string; inherited?: string }
    const isKey = type === 'foreign key' && inherited !== undefined
    return isKey ? [`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${qualified(name)}`] : []
  })

/** The attachment of a partition to its parent (Manual, 5.12.2): made and taken back with the rows in place. */
export const partitionKind = defineKind<PartitionAttributes, Row>({
  name: 'partition',
  introspection,
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    parent: 'replace',
    // Detached and attached again: with several partitions that exchange their bounds all are detached first.
    bound: 'replace',
    detachPending: 'replace',
  },
  identity: child,
  parent: (partition) => `table ${child(partition)}`,
  requires: (partition) => [`table ${parentOf(partition)}`],
  follows,
  precedes: (partition, own, other) => changesWhileAttached(child(partition), own, other),
  rows: () => 'holds',
  yields,
  placed: (partition, own, other) => (isSaidInTable(partition, own, other) ? 'inside' : 'apart'),
  sql: {
    create: (partition, side) =>
      isKept(partition, side)
        ? []
        : [
            ...dropExclusions(child(partition), side),
            `ALTER TABLE ${parentOf(partition)} ATTACH PARTITION ${child(partition)} ${partition.bound}`,
            ...declaredAgain(child(partition), side.snapshot),
            ...nameExclusions(child(partition), side),
          ],
    drop: (partition, side) =>
      isKept(partition, side)
        ? []
        : [
            `ALTER TABLE ${parentOf(partition)} DETACH PARTITION ${child(partition)}${partition.detachPending ? ' FINALIZE' : ''}`,
            ...(side.opposite.get(`table ${child(partition)}`) === undefined
              ? dropForeignKeys(child(partition), side.snapshot)
              : []),
          ],
    clause: (partition, side) =>
      isSaidInTable(partition, side.snapshot, side.opposite.snapshot) && !side.stays(`table ${child(partition)}`)
        ? `PARTITION OF ${parentOf(partition)}\n${partition.bound}`
        : undefined,
    rows,
  },
  render,
})
