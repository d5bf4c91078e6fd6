import postgres from 'postgres'
import { databaseUrl, identifier, withConnection } from './connection.js'

/**
 * The server of a run: makes and drops databases, and puts its roles back to what they were at the start.
 *
 * @param {string} url a superuser's
 */
export async function openCluster(url) {
  const sql = postgres(url, { max: 2, onnotice: () => {}, fetch_types: false, prepare: false })
  const roleNames = async () =>
    (await sql`SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1`).map((row) => row.rolname)
  const baseline = new Set(await roleNames())
  const [{ version }] = await sql`SELECT current_setting('server_version_num')::int / 10000 AS version`
  let count = 0

  /** Roles that came since the run began. */
  const newRoles = async () => (await roleNames()).filter((name) => !baseline.has(name))

  /** A fresh database; the exam's own have a name of their own, so that no other is ever dropped. */
  async function create(label, template = 'template1') {
    count += 1
    const name = `exam_${process.pid}_${count}_${label}`
    await sql.unsafe(`CREATE DATABASE ${identifier(name)} TEMPLATE ${identifier(template)}`)
    return { name, url: databaseUrl(url, name) }
  }

  /** A subscription with a slot keeps its database from being dropped. */
  async function dropSubscriptions({ name, url: target }) {
    const found = await sql`
      SELECT s.subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = ${name}`
    if (found.length === 0) return
    await withConnection(target, async (inside) => {
      for (const subscription of found.map((row) => identifier(row.subname)))
        await inside
          .unsafe(
            `ALTER SUBSCRIPTION ${subscription} DISABLE; ALTER SUBSCRIPTION ${subscription} SET (slot_name = NONE);
             DROP SUBSCRIPTION ${subscription}`,
          )
          .simple()
    })
  }

  async function drop(database) {
    await dropSubscriptions(database)
    await sql.unsafe(`DROP DATABASE IF EXISTS ${identifier(database.name)} WITH (FORCE)`)
  }

  /** What a role still holds in a database that others left behind would keep it alive. */
  async function disown(roles) {
    const databases = await sql`SELECT datname FROM pg_database WHERE datallowconn`
    for (const { datname } of databases)
      await withConnection(databaseUrl(url, datname), (inside) =>
        inside.unsafe(`DROP OWNED BY ${roles} CASCADE`).simple(),
      )
  }

  async function dropNewRoles() {
    const names = await newRoles()
    if (names.length === 0) return
    const roles = names.map(identifier).join(', ')
    await sql.unsafe(`DROP ROLE ${roles}`).catch(async () => {
      await disown(roles)
      await sql.unsafe(`DROP ROLE ${roles}`)
    })
  }

  const createRoles = async (names) => {
    for (const name of names) await sql.unsafe(`CREATE ROLE ${identifier(name)}`)
  }

  return { version, create, drop, newRoles, dropNewRoles, createRoles, close: () => sql.end({ timeout: 5 }) }
}
