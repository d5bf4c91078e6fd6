import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import { afterToken, closing } from '../../sql/scan.js'
import type { Kind } from '../kind.js'
import type { ViewAttributes } from './view.js'

const column = String.raw`(?:"\*VALUES\*"\.)?(column\d+)(?: AS (\w+|"(?:[^"]|"")+"))?`
const columns = new RegExp(String.raw`^SELECT (?:${column}(?:,\s+|\s+(?=FROM )))+FROM (?=\(VALUES )`)

const setOperation = /\n\s*(?:UNION|INTERSECT|EXCEPT)(?: ALL)?\s+/y

/** The queries of a UNION and the like, with what stands between them. */
function partsOf(definition: string): string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < definition.length; at = afterToken(definition, at)) {
    if (definition[at] === '(') depth++
    else if (definition[at] === ')') depth--
    setOperation.lastIndex = at
    const [operation] = (depth === 0 && definition[at] === '\n' && setOperation.exec(definition)) || []
    if (operation === undefined) continue
    parts.push(definition.slice(start, at), operation)
    start = at + operation.length
  }
  return [...parts, definition.slice(start)]
}

interface Query {
  readonly text: string
  /** Of the columns of a list of values. */
  readonly names?: readonly string[]
}

/** A list of values, where a query is nothing but that with other names. */
function valuesOf(query: string): Query {
  const head = columns.exec(query)?.[0] ?? ''
  const list = query.slice(head.length)
  const end = head === '' ? -1 : closing(list)
  // The whole of a UNION may be sorted by numbers.
  const rest = /^ "\*VALUES\*"((?:\s+ORDER BY [^"']*)?)$/.exec(list.slice(end + 1))
  if (end < 0 || rest === null) return { text: query }
  const names = [...head.matchAll(new RegExp(column, 'g'))].map(([, number, name]) => name ?? number!)
  return { text: list.slice(1, end) + rest[1]!, names }
}

function withValues(definition: string): Query {
  const queries = partsOf(definition).map((part) =>
    part.startsWith('(') && closing(part) === part.length - 1
      ? { text: `(${withValues(part.slice(1, -1).trim()).text})` }
      : valuesOf(part),
  )
  return { ...queries[0]!, text: queries.map(({ text }) => text).join('') }
}

/**
 * What stands behind the name of a view and its options. A list of values whose columns were given names is printed as a query
 * of it, which would be another one; it is written as it was: `(id, name) AS VALUES (1, 'one')`.
 */
export function queryClause(definition: string, options = ''): string {
  const { names, text } = withValues(definition)
  return `${names === undefined ? '' : ` (${names.join(', ')})`}${options} AS\n${text}`
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
