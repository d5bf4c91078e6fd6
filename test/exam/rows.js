import { notMember, qualified, userSchema } from './catalog/sql.js'
import { withConnection } from './connection.js'

const tablesQuery = `
  SELECT c.oid, ${qualified('n', 'c.relname')} AS name, c.relkind AS kind,
         pg_partition_root(c.oid)::regclass::text AS root,
         (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                                              'generated', a.attgenerated <> ''))
            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND ${userSchema('n')} AND ${notMember('pg_class', 'c.oid')}
   ORDER BY 2`

/**
 * Tables with their columns; `root` is the topmost partitioned table of a partition. The session needs an empty
 * search_path.
 */
export async function tables(sql) {
  const found = await sql.unsafe(tablesQuery)
  return found.map((row) => ({ ...row, root: row.root ?? row.name, columns: row.columns ?? [] }))
}

/** @param {string} url */
export const withTables = (url, work) =>
  withConnection(url, async (sql) => {
    await sql.unsafe(`SET search_path = ''; SET timezone = 'UTC'; SET bytea_output = 'hex'; SET jit = off`).simple()
    return work(sql, await tables(sql))
  })

/**
 * Each table with the number and a hash of its rows, whatever their order and that of the columns.
 *
 * @param {string} url
 * @returns {Promise<string[]>}
 */
export const rows = (url) =>
  withTables(url, (sql, found) =>
    Promise.all(
      found.map(async ({ name }) => {
        const [{ count, hash }] = await sql.unsafe(
          `SELECT count(*) AS count, md5(string_agg(r, '' ORDER BY r)) AS hash
             FROM (SELECT md5(to_jsonb(t)::text) AS r FROM ONLY ${name} t) hashes`,
        )
        return `rows ${name} · ${count} = ${hash ?? ''}`
      }),
    ),
  )

/**
 * How far each sequence has come; those never used are left out.
 *
 * @param {string} url
 * @returns {Promise<Record<string, { position: string, minimum: string, maximum: string }>>}
 */
export const positions = (url) =>
  withConnection(url, async (sql) => {
    const found = await sql.unsafe(
      `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS position,
              min_value::text AS minimum, max_value::text AS maximum
         FROM pg_sequences WHERE schemaname <> 'tidemark'`,
    )
    return Object.fromEntries(found.map(({ name, ...rest }) => [name, rest]))
  })
