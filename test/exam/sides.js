import { catalog } from './catalog.js'
import { loadScript } from './load.js'
import { readRows } from './survival.js'

/**
 * The two databases of a unit. Where roles are in play the sides must not stand in one cluster together: opening one then
 * drops the other, roles and all, and loads it anew.
 */
export function openSides(unit, cluster) {
  const opened = new Map()

  async function load(side) {
    const database = await cluster.create(side)
    opened.set(side, database)
    await cluster.createRoles(unit.roles)
    await loadScript(database.url, unit[side])
    return database
  }

  async function drop(side) {
    const database = opened.get(side)
    if (!database) return
    opened.delete(side)
    await cluster.drop(database)
  }

  async function dropAll() {
    for (const side of [...opened.keys()]) await drop(side)
    if (unit.alone) await cluster.dropNewRoles()
  }

  /** Rows made for the old schema are put into the new one too, when it takes them all. */
  async function seed(side, database) {
    if (!unit.seed) return database
    try {
      await loadScript(database.url, unit.seed, { atomic: side === 'new' })
      return database
    } catch (error) {
      if (side === 'old') throw error
      await drop(side)
      if (unit.alone) await cluster.dropNewRoles()
      return load(side)
    }
  }

  async function open(side) {
    if (!unit.alone && opened.has(side)) return opened.get(side)
    if (unit.alone) await dropAll()
    return seed(side, await load(side))
  }

  /** An empty database, in a cluster without the unit's roles. */
  async function openEmpty() {
    await dropAll()
    const database = await cluster.create('empty')
    opened.set('empty', database)
    return database
  }

  /** What a side is: its facts, its rows and the roles that came with it. */
  async function study(side) {
    const database = await open(side)
    const roles = unit.alone ? await cluster.newRoles() : []
    return { database, roles, facts: await catalog(database.url, { roles }), rows: await readRows(database.url) }
  }

  return { open, openEmpty, study, dropAll }
}
