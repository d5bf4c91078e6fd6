import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, AlterRule } from '../kind.js'
import type { ColumnAttributes } from './column.js'
import { addColumn, alterColumn, alterTable } from './sql.js'

type Column = ColumnAttributes

/** What ALTER COLUMN can do about an expression, if anything. */
function inPlace(before: Column, after: Column, version: number): string | undefined {
  const from = before.generated
  const to = after.generated
  if (to === undefined) return from?.kind === 'stored' ? 'DROP EXPRESSION' : undefined
  return before.type === after.type && from?.kind === to.kind && version >= 170_000
    ? `SET EXPRESSION AS (${to.expression})`
    : undefined
}

const versionOf = ({ after }: AlterContext): number => after.snapshot.version

/** The expression of a generated column. */
export const generated: AlterRule<Column> = {
  alter: (before, after, context) => {
    const action = inPlace(before, after, versionOf(context))
    if (action !== undefined) return `${alterColumn(after)} ${action}`
    // The values of a virtual column are written down; all others are computed anew.
    const table = alterTable(after)
    const name = quoteIdentifier(after.name)
    const drop = `${table} DROP COLUMN ${name}`
    if (after.generated !== undefined) return [drop, ...addColumn(after)]
    const aside = defaultName([after.name], '_new')
    return [
      // A change of the type and an identity follow.
      ...addColumn({
        ...after,
        type: before.type,
        collation: before.collation,
        identity: undefined,
        name: aside,
      } as Column),
      `UPDATE ${qualified(after.schema, after.table)} SET ${quoteIdentifier(aside)} = ${name}`,
      drop,
      `${table} RENAME COLUMN ${quoteIdentifier(aside)} TO ${name}`,
    ]
  },
  disturbs: (dependent, before, after, context) => {
    if (inPlace(before, after, versionOf(context)) !== undefined) return false
    const parts = ['not-null', 'default', 'comment', 'grant', 'security-label']
    return parts.includes(dependent.kind) ? 'anew' : true
  },
}
