import { isSaidByParent } from '../column/sql.js'
import type { ColumnAttributes } from '../column/column.js'
import type { SqlContext } from '../kind.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { isMadeThroughParent, partsOf } from '../partition/attachment.js'
import { isRenamed, notNullName } from './name.js'
import type { NotNullAttributes } from './not-null.js'

/**
 * True for one that a new child of INHERITS has on a column of its parents, under a name of its own: its CREATE says so, since
 * what comes from a parent can be renamed only while the child hangs on none (18).
 */
export function isSaidInTable(object: NotNullAttributes, { snapshot, opposite }: SqlContext): boolean {
  const table = qualified(object.schema, object.table)
  if (snapshot.version < 180_000 || object.notValid || !snapshot.objects.has(`inheritance ${table}`)) return false
  if (!isMadeThroughParent(table, snapshot, opposite.snapshot)) return false
  const column = snapshot.objects.get(`column ${table}.${quoteIdentifier(object.column)}`)
  // As it is declared, the child does not say what it has from its parents.
  if (column !== undefined && !isSaidByParent(column.attributes as ColumnAttributes, snapshot)) return false
  return object.inherited ? isRenamed(object, snapshot) : object.name !== undefined
}

/** What the CREATE of a child of INHERITS says of columns that it does not name. */
export const notNullsInTable = (table: string, context: SqlContext): string[] =>
  partsOf(context.snapshot, table).flatMap(({ kind, attributes }) => {
    const object = attributes as NotNullAttributes
    if (kind !== 'not-null' || !isSaidInTable(object, context)) return []
    const constraint = `CONSTRAINT ${notNullName(object)} NOT NULL ${quoteIdentifier(object.column)}`
    return [`${constraint}${object.noInherit ? ' NO INHERIT' : ''}`]
  })
