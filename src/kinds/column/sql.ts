import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import type { Clause, Kind, SqlContext } from '../kind.js'
import { isContested } from './contested.js'
import { tableFor } from '../inheritance/stand-in.js'
import { comesFromParent, sameInParents } from '../partition/attachment.js'
import { ownSettings, settingsAgain } from './apart.js'
import { drop, ownBelow, takenOver } from './below.js'
import type { ColumnAttributes } from './column.js'
import { addColumn, alterTable, definition, settings } from './definition.js'
import { filling } from './filling.js'
import { besideName } from '../../sql/default-name.js'

type Column = ColumnAttributes

/** The composite type of the table OF which the column is. */
export const typeOfTable = ({ schema, table }: Column, snapshot: Snapshot): string | undefined =>
  (snapshot.objects.get(`table ${qualified(schema, table)}`)?.attributes as { of?: string } | undefined)?.of

/** A column of a table OF a type comes and goes with the attribute of the type. */
export function isOfType(column: Column, own: Snapshot, other: Snapshot): boolean {
  const type = typeOfTable(column, own)
  return type !== undefined && own !== other && typeOfTable(column, other) === type
}

/** What comes with the type of a table; of one that has been OF none, the columns are added before it is OF that. */
const comesWithType = (column: Column, side: SqlContext): boolean =>
  typeOfTable(column, side.snapshot) !== undefined &&
  !(
    side.stays(`table ${qualified(column.schema, column.table)}`) &&
    typeOfTable(column, side.opposite.snapshot) === undefined
  )

/** In CREATE TABLE … OF the type says what a column is; only what is added to that is written. */
function optionsOf(column: Column, clauses: readonly Clause[]): string | undefined {
  const { name } = column
  const head = `${quoteIdentifier(name)} ${column.type}${column.collation === undefined ? '' : ` COLLATE ${column.collation}`}`
  const added = definition(column, clauses).slice(head.length)
  return added === '' ? undefined : `${quoteIdentifier(name)} WITH OPTIONS${added}`
}

export const sameColumnInParents = ({ schema, table, name }: Column, snapshot: Snapshot): readonly string[] =>
  sameInParents('column', qualified(schema, table), name, snapshot)

const asideName = ({ name }: Column): string => besideName(name, ' aside')

const renameTo = (column: Column, from: string, to: string): string =>
  `${alterTable(column)} RENAME COLUMN ${quoteIdentifier(from)} TO ${quoteIdentifier(to)}`

function moveValues(column: Column): string[] {
  const [name, aside] = [quoteIdentifier(column.name), quoteIdentifier(asideName(column))]
  return [
    `UPDATE ONLY ${qualified(column.schema, column.table)} SET ${name} = ${aside}`,
    `${alterTable(column)} DROP COLUMN ${aside}`,
  ]
}

/** True for a column that is not written where its table is made: what stands on it is said by statements of its own. */
export const isOfParent = (column: Column, context: SqlContext): boolean =>
  comesFromParent(column, context) &&
  (isSaidByParent(column, context.snapshot) || context.stays(`table ${qualified(column.schema, column.table)}`))

/** True for a column that a child has from its parents, and need not say again. */
export const isSaidByParent = (column: Column, own: Snapshot): boolean =>
  column.inherited === true && !column.local && !isContested(column, own)

export function isOnColumnOfParent(
  { schema, table, column }: { readonly schema: string; readonly table: string; readonly column: string },
  context: SqlContext,
): boolean {
  const found = context.get(`column ${qualified(schema, table, column)}`)?.attributes as Column | undefined
  return found !== undefined && isOfParent(found, context)
}

/** The column of a child that has other parents now, in the table from which it has that meanwhile. */
export function inPlace(column: Column, side: SqlContext): Column {
  const { schema, table, name } = column
  return { ...column, table: tableFor(`column ${qualified(schema, table, name)}`, { schema, name: table }, side) }
}

/** What the rows get that are in the table all along. */
function valueOfRows(column: Column, context: SqlContext): string | undefined {
  const table = `table ${qualified(column.schema, column.table)}`
  const isForeign = (context.get(table)?.attributes as { foreign?: string } | undefined)?.foreign !== undefined
  return context.stays(table) && !isForeign ? filling(column, context) : undefined
}

export const sql: Kind<ColumnAttributes>['sql'] = {
  create: (column, context, clauses, meanwhile) => {
    if (comesFromParent(column, context)) return ownSettings(column, context)
    if (comesWithType(column, context)) return settings(column)
    const taken = takenOver(column, context, meanwhile)
    const place = inPlace(column, context)
    return [
      ...ownBelow(column, context, meanwhile).flatMap((own) => addColumn(own, [], valueOfRows(own, context))),
      ...taken.map((own) => renameTo(own, column.name, asideName(column))),
      ...addColumn(place, clauses, valueOfRows(column, context)),
      // What stands in for the parents does not hand all of them down.
      ...(place.table === column.table ? [] : settings(column)),
      ...taken.flatMap(moveValues),
    ]
  },
  drop: (column, context, meanwhile) =>
    comesFromParent(column, context) || isOfType(column, context.snapshot, context.opposite.snapshot)
      ? []
      : drop(column, context, meanwhile),
  clause: (column, context, clauses) =>
    isOfParent(column, context)
      ? undefined
      : typeOfTable(column, context.snapshot) !== undefined
        ? optionsOf(column, clauses)
        : definition(column, clauses),
  afterClause: (column, { snapshot }) => [...settings(column), ...settingsAgain(column, snapshot)],
  rename: (before, after) =>
    `${alterTable(after)} RENAME COLUMN ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)}`,
  reference: ({ schema, table, name }) => `COLUMN ${qualified(schema, table, name)}`,
}
