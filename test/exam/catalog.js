import { withConnection } from './connection.js'
import { attached } from './catalog/attached.js'
import { columns } from './catalog/columns.js'
import { comments } from './catalog/comments.js'
import { constraints } from './catalog/constraints.js'
import { foreign } from './catalog/foreign.js'
import { indexes } from './catalog/indexes.js'
import { operators } from './catalog/operators.js'
import { privileges } from './catalog/privileges.js'
import { relations } from './catalog/relations.js'
import { replication } from './catalog/replication.js'
import { roles } from './catalog/roles.js'
import { routines } from './catalog/routines.js'
import { sequences } from './catalog/sequences.js'
import { small } from './catalog/small.js'
import { textSearch } from './catalog/text-search.js'
import { types } from './catalog/types.js'

const queries = (version, roleNames) => [
  ...small,
  ...relations,
  ...columns,
  ...constraints,
  ...indexes,
  ...sequences,
  ...attached,
  ...routines,
  ...types,
  ...operators,
  ...textSearch,
  ...replication(version),
  ...foreign,
  ...comments,
  ...privileges,
  ...roles(version, roleNames),
]

/** Everything that changes how PostgreSQL prints a definition is pinned. */
const pinned = `
  SET search_path = '';
  SET timezone = 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET quote_all_identifiers = off; SET jit = off`

const empty = (value) =>
  value === null || value === false || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value))

/** `table public.t`, then a line for each attribute: `table public.t · acl app = SELECT`. */
function* factsOf({ kind, id, attributes }) {
  yield `${kind} ${id}`
  for (const [name, value] of Object.entries(attributes)) {
    if (empty(value)) continue
    if (typeof value !== 'object' || Array.isArray(value)) yield `${kind} ${id} · ${name} = ${text(value)}`
    else for (const [key, inner] of Object.entries(value)) yield `${kind} ${id} · ${name} ${key} = ${text(inner)}`
  }
}

/**
 * The catalog of a database as a sorted list of facts. Shares no code with Tidemark.
 *
 * @param {string} url
 * @param {{ roles?: string[] }} [options] roles to list besides those that the database mentions
 * @returns {Promise<string[]>}
 */
export function catalog(url, { roles: roleNames = [] } = {}) {
  return withConnection(url, async (sql) => {
    await sql.unsafe(pinned).simple()
    const [{ version }] = await sql`SELECT current_setting('server_version_num')::int / 10000 AS version`
    const results = await Promise.all(queries(version, roleNames).map((query) => sql.unsafe(query)))
    return results.flatMap((rows) => rows.flatMap((row) => [...factsOf(row)])).toSorted()
  })
}
