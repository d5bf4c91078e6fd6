import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import { closing } from '../../sql/scan.js'
import type { Kind } from '../kind.js'
import type { ViewAttributes } from './view.js'

const column = String.raw`(?:"\*VALUES\*"\.)?(column\d+)(?: AS (\w+|"(?:[^"]|"")+"))?`
const columns = new RegExp(String.raw`^SELECT (?:${column}(?:,\s+|\s+(?=FROM )))+FROM (?=\(VALUES )`)

/**
 * What stands behind the name of a view and its options. A list of values whose columns were given names is printed as a query
 * of it, which would be another one; it is written as it was: `(id, name) AS VALUES (1, 'one')`.
 */
export function queryClause(definition: string, options = ''): string {
  const head = columns.exec(definition)?.[0] ?? ''
  const list = definition.slice(head.length)
  const end = head === '' ? -1 : closing(list)
  if (end < 0 || list.slice(end + 1) !== ' "*VALUES*"') return `${options} AS\n${definition}`
  const names = [...head.matchAll(new RegExp(column, 'g'))].map(([, number, name]) => name ?? number)
  return ` (${names.join(', ')})${options} AS\n${list.slice(1, end)}`
}

/** CREATE VIEW or CREATE OR REPLACE VIEW. */
export function create(
  { schema, name, definition, options }: ViewAttributes,
  { replace }: { replace: boolean },
): string {
  const head = `CREATE ${replace ? 'OR REPLACE ' : ''}VIEW ${qualified(schema, name)}`
  return head + queryClause(definition, options === undefined ? '' : ` WITH ${optionList(options)}`)
}

/** Statements that give a relation another name or schema. */
export function renameRelation(
  word: string,
  before: { schema: string; name: string },
  after: { schema: string; name: string },
): string[] {
  const moved = qualified(after.schema, before.name)
  return [
    ...(before.schema === after.schema
      ? []
      : [`ALTER ${word} ${qualified(before.schema, before.name)} SET SCHEMA ${quoteIdentifier(after.schema)}`]),
    ...(before.name === after.name ? [] : [`ALTER ${word} ${moved} RENAME TO ${quoteIdentifier(after.name)}`]),
  ]
}

export const sql: Kind<ViewAttributes>['sql'] = {
  create: (view) => create(view, { replace: false }),
  drop: ({ schema, name }) => `DROP VIEW ${qualified(schema, name)}`,
  rename: (before, after) => renameRelation('VIEW', before, after),
  reference: ({ schema, name }) => `VIEW ${qualified(schema, name)}`,
}
