import { existsSync } from 'node:fs'
import { findModules, loadModules } from '../config/load-typescript.js'
import { TidemarkError } from '../errors/error.js'
import { checksum } from './checksum.js'
import { buildGraph, type Graph, type Node } from './graph.js'
import { loadPlain } from './load-plain.js'
import type { Migration, Step } from './migration.js'

/** A revision that has a migration file. */
export interface Revision extends Node {
  /** Absolute path. */
  readonly file: string
  readonly steps: readonly Step[]
  readonly roles: readonly string[]
  readonly checksum: string
}

/** The migration files of a folder, as a graph. */
export interface History {
  readonly folder: string
  readonly graph: Graph<Revision>
}

/**
 * Loads all migration files of a folder.
 * @throws TidemarkError TM002 no such folder (unless `optional`), TM004 to TM006 a file that cannot be loaded, TM304 a
 * file that exports no migration, TM301 to TM303 files that make no history.
 */
export async function loadHistory(folder: string, { optional = false } = {}): Promise<History> {
  if (optional && !existsSync(folder)) return { folder, graph: buildGraph<Revision>([]) }
  const files = await findModules(folder)
  const plain = await loadPlain(files)
  const others = files.filter((file) => !isMigration(plain.get(file)))
  const modules = await loadModules(others)
  const problems: TidemarkError[] = []
  const revisions = files.flatMap((file) => {
    const exported = modules[file] === undefined ? plain.get(file) : modules[file]['default']
    if (isMigration(exported)) return [toRevision(exported, file)]
    problems.push(notAMigration(file, exported))
    return []
  })
  if (problems.length > 0) throw new TidemarkError(problems.flatMap((problem) => problem.diagnostics))
  return { folder, graph: buildGraph(revisions) }
}

function toRevision(migration: Migration, file: string): Revision {
  const { revision, parents, message, steps, roles = [] } = migration
  return { revision, parents, message, file, steps, roles, checksum: checksum(steps) }
}

const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string')

function isMigration(value: unknown): value is Migration {
  if (typeof value !== 'object' || value === null) return false
  const { revision, parents, message, steps } = value as Partial<Record<keyof Migration, unknown>>
  const isHead = typeof revision === 'string' && revision !== '' && isTextList(parents) && typeof message === 'string'
  return isHead && Array.isArray(steps) && steps.every(isStep)
}

function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false
  const { up, down, mode } = value as Partial<Record<keyof Step, unknown>>
  const isStatements = (list: unknown): boolean =>
    Array.isArray(list) && list.every((item) => Array.isArray((item as { parts?: unknown } | null)?.parts))
  return isStatements(up) && isStatements(down) && (mode === 'transaction' || mode === 'alone')
}

function notAMigration(file: string, exported: unknown): TidemarkError {
  return new TidemarkError({
    code: 'TM304',
    what:
      exported === undefined ? 'the file has no default export' : 'the default export of the file is not a migration',
    why: 'every file in the migrations folder is a migration',
    fix: [
      'write it as `export default migration({ revision, parents, message }, [ … ])`',
      'or move the file elsewhere',
    ],
    at: { file },
  })
}
