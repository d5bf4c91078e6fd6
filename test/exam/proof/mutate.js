import { fileURLToPath } from 'node:url'
import { catalog } from '../catalog.js'
import { compare, describe } from '../compare.js'
import { withConnection } from '../connection.js'
import { loadScript } from '../load.js'
import { statements } from '../statements.js'

const base = fileURLToPath(new URL('base.sql', import.meta.url))
const roles = ['exam_owner', 'exam_reader', 'exam_group']

/** Statement by statement, since some refuse to share a transaction. */
const run = (database, script) =>
  withConnection(database.url, async (sql) => {
    for (const { text } of statements(script)) await sql.unsafe(text).simple()
  })

/**
 * One attribute is changed; the comparer must see it, and must see nothing before.
 *
 * @param {{ name: string, sql: string, before?: string, after?: string }} mutation
 */
export async function proveMutation(cluster, mutation) {
  await cluster.createRoles(roles)
  const database = await cluster.create('mutation')
  try {
    await loadScript(database.url, base)
    if (mutation.before) await run(database, mutation.before)
    const facts = () => catalog(database.url, { roles })
    const before = await facts()
    const noise = compare(before, await facts()).map(describe)
    if (noise.length > 0) return { problem: `differs without a change: ${noise[0]}`, differences: [] }
    await run(database, mutation.sql)
    const differences = compare(before, await facts()).map(describe)
    if (mutation.after) await run(database, mutation.after)
    return { problem: differences.length === 0 ? `not seen: ${mutation.sql}` : undefined, differences }
  } catch (error) {
    return { error: `${error.message}: ${mutation.sql}`, differences: [] }
  } finally {
    await cluster.drop(database)
    await cluster.dropNewRoles()
  }
}
