import type { CatalogObject } from '../../catalog/snapshot.js'
import type { ColumnAttributes } from '../../kinds/column/column.js'
import { childrenOf, partsOf } from '../../kinds/partition/attachment.js'
import type { Kinds } from '../../kinds/registry.js'
import type { Side } from '../../plan/side.js'

/** A table on one side of its conversion, with its partitions and all that is a part of them. */
export interface Family {
  /** Qualified and quoted. */
  readonly table: string
  /** The table and its partitions. */
  readonly tables: ReadonlySet<string>
  /** What is made together with them, and moves with them to another schema. */
  readonly own: ReadonlyMap<string, CatalogObject>
  /** Parts that take effect only on the table that is in use: triggers; and those that do not move along. */
  readonly apart: ReadonlyMap<string, CatalogObject>
}

/** Parts of a table that PostgreSQL leaves in their schema, or that would rewrite what is copied. */
const staysBehind: ReadonlySet<string> = new Set(['statistics', 'rule'])

export function familyOf(table: string, { snapshot }: Side, kinds: Kinds): Family {
  const tables = new Set([table])
  for (const name of tables) for (const child of childrenOf(snapshot, name)) tables.add(child)
  const own = new Map<string, CatalogObject>()
  const apart = new Map<string, CatalogObject>()
  const known = new Map<string, Map<string, CatalogObject> | undefined>()
  const placeOf = (object: CatalogObject): Map<string, CatalogObject> | undefined => {
    if (known.has(object.id)) return known.get(object.id)
    known.set(object.id, undefined)
    const kind = kinds.of(object)
    const parent = snapshot.objects.get(kinds.parentOf(object) ?? '')
    const isTable = object.kind === 'table' && tables.has(object.id.slice('table '.length))
    const above = isTable ? own : parent && placeOf(parent)
    const watches = kind.rows?.(object.attributes, parent?.id ?? '') === 'away' || staysBehind.has(object.kind)
    const place = above === own && watches ? apart : above
    known.set(object.id, place)
    return place
  }
  for (const object of snapshot.objects.values()) placeOf(object)?.set(object.id, object)
  return { table, tables, own, apart }
}

/** Columns of the table itself that hold values of their own, in order. */
export const columnsOf = ({ table }: Family, { snapshot }: Side): readonly ColumnAttributes[] =>
  partsOf(snapshot, table)
    .flatMap(({ kind, attributes }) => (kind === 'column' ? [attributes as ColumnAttributes] : []))
    .filter(({ generated }) => generated === undefined)
    .sort((a, b) => a.position - b.position)
