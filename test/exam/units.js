import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the pairs and the schemas are: beside the checkout, unless EXAM_SHARED says otherwise. */
const shared = process.env.EXAM_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))

/** Roles are the cluster's: a unit that touches them must run alone. */
const touchesRoles = (text) => /\b(?:create|alter|drop)\s+(?:role|user(?!\s+mapping)|group)\b/i.test(text)

function unit(source, name, oldFile, newFile, extra = {}) {
  const text = [oldFile, newFile].map((file) => readFileSync(file, 'utf8')).join('\n')
  const roles = extra.roles ?? []
  return {
    source,
    name,
    old: oldFile,
    new: newFile,
    roles,
    alone: roles.length > 0 || touchesRoles(text),
    size: text.length,
    ...extra,
  }
}

function caseUnit(folder) {
  const file = (base) => join(folder, base)
  const seed = existsSync(file('seed.sql')) ? file('seed.sql') : undefined
  const roles = existsSync(file('roles.txt'))
    ? readFileSync(file('roles.txt'), 'utf8').split(/\s+/).filter(Boolean)
    : []
  return unit(basename(dirname(folder)), basename(folder), file('old.sql'), file('new.sql'), { seed, roles })
}

function corpusUnits(folder, files) {
  const versions = files.toSorted((a, b) => parseInt(a.slice(1)) - parseInt(b.slice(1)))
  const path = (file) => join(folder, file)
  const label = (file) => file.replace('.sql', '')
  const name = basename(folder)
  return versions.flatMap((file, index) => {
    const single = unit('corpus', `${name}-${label(file)}`, path(file), path(file), { roundTripOnly: true })
    const next = versions[index + 1]
    if (!next) return [single]
    return [single, unit('corpus', `${name}-${label(file)}-${label(next)}`, path(file), path(next))]
  })
}

/**
 * All below a folder that can be examined: a folder with old.sql and new.sql is a case, one with v1.sql, v2.sql … a
 * schema of the corpus, whose every version and every step from one to the next is a unit.
 *
 * @typedef {{ source: string, name: string, old: string, new: string, seed?: string, roles: string[], alone: boolean,
 *   size: number, roundTripOnly?: boolean }} Unit
 * @param {string} folder
 * @returns {Unit[]}
 */
export function findUnitsIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const names = entries.map((entry) => entry.name)
  if (names.includes('old.sql') && names.includes('new.sql')) return [caseUnit(resolve(folder))]
  const versions = names.filter((name) => /^v\d+\.sql$/.test(name))
  if (versions.length > 0) return corpusUnits(resolve(folder), versions)
  return entries.filter((entry) => entry.isDirectory()).flatMap((entry) => findUnitsIn(join(folder, entry.name)))
}

/** @param {string[]} [folders] without any, the shared corpus and cases */
export const findUnits = (folders = []) =>
  (folders.length > 0 ? folders : [join(shared, 'corpus'), join(shared, 'cases')]).flatMap(findUnitsIn)

/** A few of many, the same every time, spread over all. */
export function sample(units, count) {
  if (!(count > 0) || count >= units.length) return units
  return Array.from({ length: count }, (_, index) => units[Math.floor((index * units.length) / count)])
}
