import { identifier } from './connection.js'
import { positions, withTables } from './rows.js'

/** More rows than this are not looked at one by one: the corpus brings thousands. */
const limit = 2000

const literalName = (name) => `'${name.replaceAll("'", "''")}'`

const whole = /^(smallint|integer|bigint|numeric)$/
const textual = /^(text|character varying(\(\d+\))?)$/

/** How a column of both sides can be compared; a value that was converted must at least still be there. */
function mode(before, after) {
  if (before.type === after.type) return 'same'
  const alike = [whole, textual].some((family) => family.test(before.type) && family.test(after.type))
  return alike ? 'text' : 'presence'
}

const expression = {
  same: (name) => `r -> ${literalName(name)}`,
  text: (name) => `r ->> ${literalName(name)}`,
  presence: (name) => `(r ->> ${literalName(name)}) IS NOT NULL`,
}

const projection = (columns) => `jsonb_build_array(${columns.map((c) => expression[c.mode](c.name)).join(', ')})::text`

/**
 * The rows of a database, by the table that holds them.
 *
 * @param {string} url
 */
export const readRows = (url) =>
  withTables(url, async (sql, found) => {
    const all = []
    for (const table of found.filter(({ kind }) => kind === 'r')) {
      const list = await sql.unsafe(`SELECT to_jsonb(t)::text AS row FROM ONLY ${table.name} t LIMIT ${limit}`)
      if (list.length > 0) all.push({ ...table, rows: list.map(({ row }) => row) })
    }
    return all
  })

/** Columns that a row can bring from one table into another. */
const shared = (from, to) =>
  from.columns.flatMap((before) => {
    const after = to.columns.find(({ name }) => name === before.name)
    return after && !after.generated && !before.generated ? [{ ...after, mode: mode(before, after) }] : []
  })

/** Columns whose values come back unchanged: those of another type only where the type keeps every value. */
const returning = (from, to) =>
  shared(from, to).flatMap((column) => (column.mode === 'presence' ? [] : [{ ...column, mode: 'same' }]))

async function accepts(sql, table, columns, list) {
  const names = columns.map(({ name }) => identifier(name)).join(', ')
  const record = columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(', ')
  const into = columns.length > 0 ? `(${names}) OVERRIDING SYSTEM VALUE SELECT ${names}` : 'SELECT'
  const from =
    columns.length > 0 ? `jsonb_to_recordset($1::text::jsonb) AS x(${record})` : `jsonb_array_elements($1::text::jsonb)`
  try {
    await sql.savepoint((inner) =>
      inner.unsafe(`INSERT INTO ${table.name} ${into} FROM ${from}`, [`[${list.join(',')}]`]),
    )
    return true
  } catch {
    return false
  }
}

const project = async (sql, columns, list) => {
  const found = await sql.unsafe(`SELECT ${projection(columns)} AS row FROM jsonb_array_elements($1::text::jsonb) r`, [
    `[${list.join(',')}]`,
  ])
  return found.map(({ row }) => row)
}

/** Which of the rows a table of the other side takes, the server being the judge, and with which columns. */
async function held(sql, table, target, list) {
  const columns = shared(table, target)
  if (await accepts(sql, target, columns, list)) return { columns, list }
  const safe = columns.filter((column) => column.mode === 'same')
  const taken = []
  for (const row of list.slice(0, 200))
    if ((await accepts(sql, target, columns, [row])) || (await accepts(sql, target, safe, [row]))) taken.push(row)
  return { columns: safe, list: taken }
}

class Rollback extends Error {}

/**
 * What must be found after a migration and after its way back: the rows that the other side's tables take when they are
 * put in, which is tried there, and rolled back. A table that the other side does not have may lose its rows.
 *
 * @param {string} url the other side
 * @param {Awaited<ReturnType<typeof readRows>>} source
 */
export async function expectations(url, source) {
  const up = []
  const down = []
  if (source.length === 0) return { up, down }
  await withTables(url, async (session, found) => {
    const byName = new Map(found.map((table) => [table.name, table]))
    await session
      .begin(async (sql) => {
        await sql.unsafe(`SET LOCAL session_replication_role = replica`)
        if (found.length > 0) await sql.unsafe(`TRUNCATE ${found.map(({ name }) => name).join(', ')} CASCADE`)
        for (const table of source) {
          const places = byName.has(table.name) ? [...new Set([table.name, table.root])] : []
          let left = table.rows
          const survivors = []
          for (const target of places.map((name) => byName.get(name)).filter(Boolean)) {
            if (left.length === 0) break
            const { columns, list } = await held(sql, table, target, left)
            if (list.length === 0) continue
            up.push({ table: target.name, columns, rows: await project(sql, columns, list) })
            survivors.push(...list)
            left = left.filter((row) => !list.includes(row))
          }
          const kept = byName.has(table.name) ? returning(table, byName.get(table.name)) : []
          if (survivors.length > 0)
            down.push({ table: table.name, columns: kept, rows: await project(sql, kept, survivors) })
        }
        throw new Rollback()
      })
      .catch((error) => {
        if (!(error instanceof Rollback)) throw error
      })
  })
  return { up, down }
}

function lacking(expected, actual) {
  const counts = new Map()
  for (const row of actual) counts.set(row, (counts.get(row) ?? 0) + 1)
  return expected.filter((row) => {
    const count = counts.get(row) ?? 0
    counts.set(row, count - 1)
    return count <= 0
  })
}

/**
 * What is lost of what was expected, in a line each; none when all survived.
 *
 * @param {string} url
 * @param {{ table: string, columns: object[], rows: string[] }[]} expected
 */
export const lost = (url, expected) =>
  expected.length === 0
    ? []
    : withTables(url, async (sql) => {
        const problems = []
        for (const { table, columns, rows } of expected)
          try {
            const found = await sql.unsafe(
              `SELECT ${projection(columns)} AS row FROM (SELECT to_jsonb(t) AS r FROM ${table} t) x`,
            )
            const gone = lacking(
              rows,
              found.map(({ row }) => row),
            )
            if (gone.length === 0) continue
            const names = columns.map(({ name }) => name).join(', ')
            problems.push(
              `${table} lost ${gone.length} of ${rows.length} rows, such as (${names}) = ${gone[0].slice(0, 300)}`,
            )
          } catch (error) {
            problems.push(`${table} lost ${rows.length} rows: ${error.message}`)
          }
        return problems
      })

/** Sequences that are there before and after must not start again: the next row would collide. */
export async function restarted(url, before) {
  const after = await positions(url)
  return Object.entries(before).flatMap(([name, { position }]) => {
    const now = after[name]
    if (position === null || !now) return []
    const fits = BigInt(position) >= BigInt(now.minimum) && BigInt(position) <= BigInt(now.maximum)
    return fits && now.position !== position
      ? [`sequence ${name} was at ${position}, is at ${now.position ?? 'its start'}`]
      : []
  })
}
