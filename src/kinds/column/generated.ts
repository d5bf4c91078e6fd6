import { isBelowNewTrigger } from './after-triggers.js'
import { equal } from '../../catalog/json.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, AlterRule, SqlContext, Statement } from '../kind.js'
import { notNullKind } from '../not-null/not-null.js'
import type { ColumnAttributes } from './column.js'
import { addColumn, alterColumn, alterTable, columnId } from './sql.js'

type Column = ColumnAttributes

/** Before 15 a column itself depends on what its expression calls, and stays so when that goes. */
const keepsNeeds = (column: Column, { before }: AlterContext): boolean =>
  before.snapshot.version < 150_000 &&
  before.dependencies(columnId(column)).some((need) => {
    const kind = before.get(need)?.kind
    return kind !== undefined && kind !== 'table' && kind !== 'column'
  })

/** What ALTER COLUMN can do about an expression, if anything. */
function inPlace(before: Column, after: Column, context: AlterContext): string | undefined {
  const { version } = context.after.snapshot
  const from = before.generated
  const to = after.generated
  if (to === undefined) return from?.kind === 'stored' && !keepsNeeds(before, context) ? 'DROP EXPRESSION' : undefined
  return before.type === after.type && from?.kind === to.kind && version >= 170_000
    ? `SET EXPRESSION AS (${to.expression})`
    : undefined
}

/** True for a column that is dropped and added as one that the server computes, with all that it shall be. */
export const isComputedAnew = (before: Column, after: Column, context: AlterContext): boolean =>
  after.generated !== undefined &&
  !equal(before.generated, after.generated) &&
  inPlace(before, after, context) === undefined

const nameOnly = (id: string): string => id.replace(/\(.*$/s, '')

/** Whether another function of the same name takes the place of one that is called: while both are there, a call may fit either. */
function callsNamesake(column: Column, { before, after }: AlterContext): boolean {
  const id = columnId(column)
  const called = (side: SqlContext): readonly string[] =>
    side.dependencies(id).filter((need) => side.get(need)?.kind === 'function')
  const gone = called(before).filter((need) => after.get(need) === undefined)
  const fresh = called(after).filter((need) => before.get(need) === undefined)
  return gone.some((need) => fresh.some((other) => nameOnly(other) === nameOnly(need)))
}

/** An identity asks for the NOT NULL that went with the column. */
function notNullOfIdentity({ schema, table, name, identity }: Column, { after }: AlterContext): Statement[] {
  const object = identity && after.get(`not-null ${qualified(schema, table, name)}`)
  return object === undefined ? [] : ([notNullKind.sql.create(object.attributes, after, [])].flat() as Statement[])
}

/** The expression of a generated column. */
export const generated: AlterRule<Column> = {
  possible: (before, after, context) =>
    !isBelowNewTrigger(after, context) &&
    (before.generated === undefined || after.generated === undefined || !callsNamesake(before, context)),
  alter: (before, after, context) => {
    const action = inPlace(before, after, context)
    if (action !== undefined) return `${alterColumn(after)} ${action}`
    // The values of a virtual column are written down; all others are computed anew.
    const table = alterTable(after)
    const name = quoteIdentifier(after.name)
    const drop = `${table} DROP COLUMN ${name}`
    if (after.generated !== undefined) return [drop, ...addColumn(after)]
    const aside = defaultName([after.name], '_new')
    const collate = before.collation === undefined ? '' : ` COLLATE ${before.collation}`
    return [
      // A change of the type and an identity follow.
      ...addColumn({
        ...after,
        type: before.type,
        collation: before.collation,
        identity: undefined,
        name: aside,
      } as Column),
      // No UPDATE: triggers and publications need not know.
      `${table} ALTER COLUMN ${quoteIdentifier(aside)} TYPE ${before.type}${collate} USING ${name}`,
      drop,
      `${table} RENAME COLUMN ${quoteIdentifier(aside)} TO ${name}`,
      ...notNullOfIdentity(after, context),
    ]
  },
  disturbs: (dependent, before, after, context) => {
    if (inPlace(before, after, context) !== undefined) return false
    const parts = ['not-null', 'default', 'comment', 'grant', 'security-label']
    return parts.includes(dependent.kind) ? 'anew' : true
  },
}
