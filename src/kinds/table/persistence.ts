import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import type { ConstraintAttributes } from '../constraint/constraint.js'
import type { TableAttributes } from './table.js'

/*
 * PostgreSQL lets no logged table refer to one that is not: of two tables with a foreign key the one that refers is unlogged first,
 * and logged last. Where tables refer to each other, the keys between them are away meanwhile.
 */

interface ForeignKey {
  readonly from: string
  readonly to: string
}

const known = new WeakMap<Snapshot, readonly ForeignKey[]>()

/** Read from a snapshot once. */
function foreignKeys(snapshot: Snapshot): readonly ForeignKey[] {
  const found = known.get(snapshot)
  if (found !== undefined) return found
  const result = [...snapshot.objects.values()].flatMap((object) => keyOf(object) ?? [])
  known.set(snapshot, result)
  return result
}

function keyOf({ kind, attributes }: CatalogObject): ForeignKey | undefined {
  const { schema, table, references } = attributes as ConstraintAttributes
  if (kind !== 'constraint' || references === undefined) return undefined
  const [from, to] = [qualified(schema, table), qualified(references.schema, references.table)]
  return from === to ? undefined : { from, to }
}

const isUnlogged = (table: string, { objects }: Snapshot): boolean | undefined => {
  const found = objects.get(`table ${table}`)
  return found && 'unlogged' in found.attributes
}

/** True for a table that is unlogged on one side and logged on the other. */
function turns(table: string, own: Snapshot, other: Snapshot): boolean {
  const [here, there] = [isUnlogged(table, own), isUnlogged(table, other)]
  return here !== undefined && there !== undefined && here !== there
}

/** Whether a table refers to another, through others as the case may be, all of which turn. */
function refers(from: string, to: string, own: Snapshot, other: Snapshot): boolean {
  const reached = new Set([from])
  for (const table of reached)
    for (const key of foreignKeys(own)) if (key.from === table && turns(key.to, own, other)) reached.add(key.to)
  return reached.has(to)
}

/** Ids of the tables that are unlogged before a table that is unlogged here and logged on the other side. */
export function unloggedBefore({ schema, name, unlogged }: TableAttributes, own: Snapshot, other: Snapshot): string[] {
  const table = qualified(schema, name)
  if (!unlogged || !turns(table, own, other)) return []
  return foreignKeys(own).flatMap(({ from, to }) =>
    to === table && turns(from, own, other) && !refers(to, from, own, other) ? [`table ${from}`] : [],
  )
}

/** True for a foreign key between tables that refer to each other and turn. */
export function isInCircle(object: CatalogObject, own: Snapshot, other: Snapshot): boolean {
  const key = keyOf(object)
  return (
    key !== undefined &&
    turns(key.from, own, other) &&
    turns(key.to, own, other) &&
    refers(key.to, key.from, own, other)
  )
}
