import { isBelowNewTrigger } from './after-triggers.js'
import { childrenOf, followsParent, sameInParents, stableDescendants } from '../partition/attachment.js'
import { computeApart, computeBelowApart, computeTogether, isComputedApart } from './apart.js'
import { equal } from '../../catalog/json.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, AlterRule, SqlContext, Statement } from '../kind.js'
import { notNullKind } from '../not-null/not-null.js'
import { sameOf } from './below.js'
import type { ColumnAttributes } from './column.js'
import { addColumn, alterColumn, alterTable, columnId } from './definition.js'

type Column = ColumnAttributes

/** Before 15 a column itself depends on what its expression calls, and stays so when that goes. */
const keepsNeeds = (column: Column, { before }: AlterContext): boolean =>
  before.snapshot.version < 150_000 &&
  before.dependencies(columnId(column)).some((need) => {
    const kind = before.get(need)?.kind
    return kind !== undefined && kind !== 'table' && kind !== 'column'
  })

/** PostgreSQL takes DROP EXPRESSION for a table and its children, but not for children of those. */
const hasGrandchildren = ({ schema, table }: Column, { before, after }: AlterContext): boolean =>
  [before, after].some(({ snapshot }) =>
    childrenOf(snapshot, qualified(schema, table)).some((child) => childrenOf(snapshot, child).length > 0),
  )

/** The same in the tables below that declare it themselves too, on one side. */
const declaredBelow = (column: Column, side: SqlContext): readonly Column[] =>
  stableDescendants(qualified(column.schema, column.table), side.snapshot, side.opposite.snapshot).flatMap((child) => {
    const found = sameOf(column, child, side.snapshot)
    return found?.local && side.stays(`table ${child}`) ? [found] : []
  })

/** What ALTER COLUMN can do about an expression, if anything. */
function inPlace(
  before: Column,
  after: Column,
  context: AlterContext,
): 'DROP EXPRESSION' | 'SET EXPRESSION' | undefined {
  const { version } = context.after.snapshot
  const from = before.generated
  const to = after.generated
  if (to === undefined)
    return from?.kind === 'stored' && !keepsNeeds(before, context) && !hasGrandchildren(after, context)
      ? 'DROP EXPRESSION'
      : undefined
  return before.type === after.type && from?.kind === to.kind && version >= 170_000 ? 'SET EXPRESSION' : undefined
}

/** True where a child computes its column as its parents do, on both sides: then it changes with theirs. */
export const isComputedByParent = (before: Column, after: Column, context: AlterContext): boolean =>
  followsParent(before, after, context) &&
  (after.generated === undefined ||
    (!isComputedApart(before, context.before.snapshot) && !isComputedApart(after, context.after.snapshot)))

/** True for a column that is dropped and added as one that the server computes, with all that it shall be. */
export const isComputedAnew = (before: Column, after: Column, context: AlterContext): boolean =>
  after.generated !== undefined &&
  !equal(before.generated, after.generated) &&
  inPlace(before, after, context) === undefined

/** True where that of a parent is dropped and added, which computes those below as they are declared. */
const changesWithParent = (column: Column, context: AlterContext): boolean =>
  sameInParents('column', qualified(column.schema, column.table), column.name, context.after.snapshot).some((id) => {
    const [before, after] = [context.before, context.after].map(
      (side) => side.get(id)?.attributes as Column | undefined,
    )
    return before !== undefined && after !== undefined && isComputedAnew(before, after, context)
  })

const isApart = (column: Column, { before, after }: AlterContext): boolean =>
  [before, after].some((side) => {
    const found = side.get(columnId(column))?.attributes as Column | undefined
    return found !== undefined && isComputedApart(found, side.snapshot)
  })

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
    if (action === 'DROP EXPRESSION') return `${alterColumn(after)} ${action}`
    if (action === 'SET EXPRESSION') return computeTogether(before, after, context)
    if (after.generated !== undefined && followsParent(before, after, context))
      return changesWithParent(after, context)
        ? []
        : [...computeApart(after, context.after), ...computeBelowApart(after, context)]
    // The values of a virtual column are written down; all others are computed anew.
    const table = alterTable(after)
    const name = quoteIdentifier(after.name)
    const drop = [before, ...declaredBelow(before, context.before)].map(
      (column) => `${alterTable(column)} DROP COLUMN ${name}`,
    )
    // Merged with that of its parent, one of a child's own stays so.
    const add = (change: (column: Column) => Column): string[] =>
      [...declaredBelow(after, context.after).toReversed(), after].flatMap((column) => addColumn(change(column)))
    if (after.generated !== undefined)
      return [...drop, ...add((column) => column), ...computeBelowApart(after, context)]
    const aside = defaultName([after.name], '_new')
    const collate = before.collation === undefined ? '' : ` COLLATE ${before.collation}`
    return [
      // A change of the type and an identity follow.
      ...add((column) => {
        const { identity: _identity, collation: _collation, ...rest } = column
        return { ...rest, type: before.type, ...(before.collation && { collation: before.collation }), name: aside }
      }),
      // No UPDATE: triggers and publications need not know.
      `${table} ALTER COLUMN ${quoteIdentifier(aside)} TYPE ${before.type}${collate} USING ${name}`,
      ...drop,
      `${table} RENAME COLUMN ${quoteIdentifier(aside)} TO ${name}`,
      ...notNullOfIdentity(after, context),
    ]
  },
  disturbs: (dependent, before, after, context) => {
    if (inPlace(before, after, context) !== undefined) return false
    if (dependent.kind === 'column' && isApart(dependent.attributes as Column, context)) return 'through'
    const parts = ['not-null', 'default', 'comment', 'grant', 'security-label']
    return parts.includes(dependent.kind) ? 'anew' : true
  },
}
