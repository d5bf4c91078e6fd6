import { existsSync, readFileSync } from 'node:fs'
import { loadPlain } from '../config/load-plain.js'
import { findModules, loadModules } from '../config/load-typescript.js'
import { TidemarkError } from '../errors/error.js'
import { secret, sql } from '../sql/sql.js'
import { checksum, formerChecksum, type Checksums } from './checksum.js'
import { isCode } from './data.js'
import { buildGraph, type Graph, type Node } from './graph.js'
import { inForce } from './squashed.js'
import { recall, type Head } from './remembered.js'
import { readTags } from './tags.js'
import { backfill, migration, step, type Migration, type Step } from './migration.js'

/** A revision that has a migration file. */
export interface Revision extends Node, Checksums {
  /** Absolute path. */
  readonly file: string
  readonly steps: readonly Step[]
  readonly roles: readonly string[]
  /** Revisions that this one stands for. */
  readonly replaces?: readonly string[]
  readonly hazards?: readonly string[]
  readonly allow?: readonly string[]
}

/** What a migration file that Tidemark wrote imports. */
const tool = { migration, step, backfill, sql, secret }

/** The migration files of a folder, as a graph. */
export interface History {
  readonly folder: string
  /** For an empty database: a squash in the place of what it replaces. */
  readonly graph: Graph<Revision>
  /** All files. */
  readonly revisions: readonly Revision[]
}

/** @throws TidemarkError TM301 to TM303, TM316, TM337. */
export function historyOf(
  folder: string,
  revisions: readonly Revision[],
  tags: ReadonlyMap<string, string> = new Map(),
): History {
  const { nodes, standIns } = inForce(revisions)
  return { folder, revisions, graph: buildGraph(nodes, { tags, standIns }) }
}

/**
 * Loads all migration files of a folder. Of many files, those that have not changed since an earlier run remembered them under
 * `root` are read when their steps are asked for. With `gaps`, files whose parents are missing make a history without a graph:
 * the ledger of a database may know them.
 * @throws TidemarkError TM002 no such folder (unless `optional`), TM004 to TM006 a file that cannot be loaded, TM304 a
 * file that exports no migration, TM301 to TM303, TM316, TM337 files that make no history.
 */
export async function loadHistory(
  folder: string,
  { optional = false, gaps = false, root }: { optional?: boolean; gaps?: boolean; root?: string } = {},
): Promise<History> {
  if (optional && !existsSync(folder)) return historyOf(folder, [])
  const files = await findModules(folder)
  const memory = root === undefined ? undefined : recall(root, files)
  const unknown = files.filter((file) => memory?.heads.has(file) !== true)
  const plain = loadPlain(unknown, tool, withCode)
  const others = unknown.filter((file) => !isMigration(plain.get(file)))
  const modules = await loadModules(others)
  const problems: TidemarkError[] = []
  const revisions = files.flatMap((file) => {
    const head = memory?.heads.get(file)
    if (head !== undefined) return [fromHead(head, file)]
    const compiled = modules[file]
    const exported = compiled === undefined ? plain.get(file) : compiled['default']
    // What is plain was looked at above.
    if (compiled === undefined || isMigration(exported)) return [toRevision(exported as Migration, file)]
    problems.push(notAMigration(file, exported))
    return []
  })
  if (problems.length > 0) throw new TidemarkError(problems.flatMap((problem) => problem.diagnostics))
  memory?.keep(revisions.filter(({ file }) => modules[file] === undefined))
  const tags = await readTags(folder)
  try {
    return historyOf(folder, revisions, tags)
  } catch (error) {
    if (!gaps || !(error instanceof TidemarkError) || error.diagnostics.some(({ code }) => code !== 'TM302'))
      throw error
    return { folder, revisions, graph: buildGraph<Revision>([], { tags }) }
  }
}

const withCode = /\bstep\s*\.\s*run\b/

/** What was remembered of a file; the steps are read when they are asked for, and count from then on. */
function fromHead(head: Head, file: string): Revision {
  let read: Revision | undefined
  return {
    ...{ ...head, file },
    get steps() {
      return (read ??= readPlain(file)).steps
    },
    get checksum() {
      return (read ?? head).checksum
    },
    get formerChecksum() {
      return (read ?? head).formerChecksum
    },
  }
}

function readPlain(file: string): Revision {
  const exported = loadPlain([file], tool, withCode).get(file)
  if (!isMigration(exported)) throw notAMigration(file, exported)
  return toRevision(exported, file)
}

const hasFunction = (steps: readonly Step[]): boolean => steps.some(({ up }) => up.some(isCode))

/** The checksums are made when they are asked for: of thousands of migrations it takes longer than reading them. */
function toRevision({ steps, roles = [], ...head }: Migration, file: string): Revision {
  let sum: string | undefined
  const source = (): string | undefined => (hasFunction(steps) ? readFileSync(file, 'utf8') : undefined)
  return {
    ...{ ...head, file, steps, roles },
    get checksum() {
      return (sum ??= checksum(steps, source()))
    },
    get formerChecksum() {
      return formerChecksum(steps, source())
    },
  }
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isOptionalList = (value: unknown): boolean => value === undefined || isTextList(value)

const parts: { readonly [K in keyof Required<Migration>]: readonly [(value: unknown) => boolean, string] } = {
  revision: [(value) => isText(value) && value !== '', 'a text'],
  parents: [isTextList, 'a list of revision ids'],
  message: [isText, 'a text'],
  labels: [isOptionalList, 'a list of names'],
  dependsOn: [isOptionalList, 'a list of revision ids'],
  replaces: [isOptionalList, 'a list of revision ids'],
  roles: [isOptionalList, 'a list of names'],
  hazards: [isOptionalList, 'a list of codes and objects'],
  allow: [isOptionalList, 'a list of codes'],
  steps: [(value) => Array.isArray(value) && value.every(isStep), 'a list of steps'],
}

/** The first part of a migration that is not what it has to be. */
function wrongPart(value: object): string | undefined {
  for (const [name, [fits, shape]] of Object.entries(parts)) {
    if (!fits((value as Readonly<Record<string, unknown>>)[name])) return `\`${name}\` of the migration is not ${shape}`
  }
  return undefined
}

const isMigration = (value: unknown): value is Migration =>
  typeof value === 'object' && value !== null && wrongPart(value) === undefined

function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false
  const { up, down, mode } = value as Partial<Record<keyof Step, unknown>>
  const isStatements = (list: unknown): boolean =>
    Array.isArray(list) && list.every((item) => Array.isArray((item as { parts?: unknown } | null)?.parts))
  return isStatements(up) && isStatements(down) && ['transaction', 'alone', 'brief'].includes(mode as string)
}

function whatIsWrong(exported: unknown): string {
  if (exported === undefined) return 'the file has no default export'
  const part = typeof exported === 'object' && exported !== null && 'revision' in exported && wrongPart(exported)
  return part || 'the default export of the file is not a migration'
}

function notAMigration(file: string, exported: unknown): TidemarkError {
  return new TidemarkError({
    code: 'TM304',
    what: whatIsWrong(exported),
    why: 'every file in the migrations folder is a migration',
    fix: [
      'write it as `export default migration({ revision, parents, message }, [ … ])`',
      'or move the file elsewhere',
    ],
    at: { file },
  })
}
