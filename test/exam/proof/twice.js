import { catalog } from '../catalog.js'
import { compare, describe } from '../compare.js'
import { loadScript } from '../load.js'

async function facts(cluster, file, roles, label) {
  const database = await cluster.create(label)
  try {
    await cluster.createRoles(roles)
    await loadScript(database.url, file)
    return await catalog(database.url, { roles: await cluster.newRoles() })
  } finally {
    await cluster.drop(database)
    await cluster.dropNewRoles()
  }
}

/**
 * The same script loaded into two databases must give the same facts.
 *
 * @returns {Promise<{ facts: number, differences: string[] }>}
 */
export async function loadTwice(cluster, file, roles) {
  const once = await facts(cluster, file, roles, 'once')
  const twice = await facts(cluster, file, roles, 'twice')
  return { facts: once.length, differences: compare(once, twice).map(describe) }
}
