import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { version } from '../config/version.js'
import type { Revision } from './load.js'

/** A migration file but for its steps. */
export type Head = Omit<Revision, 'file' | 'steps'>

/** What an earlier run knew of the files that have not changed since. */
export interface Memory {
  readonly heads: ReadonlyMap<string, Head>
  /** Remembers all that is plain, those in `heads` among it. */
  keep(plain: readonly Revision[]): void
}

/** Fewer files are read faster than it takes to look whether they have changed. */
const worthwhile = 1000

/** A file that was written this short a time ago may be written again without a sign of it: clocks of file systems are coarse. */
const settledAfter = 3000

/** Who wrote it, and in which form; the second form has both checksums. */
const writer = `${version}, form 2`

interface Stored {
  readonly tool: string
  readonly files: Readonly<Record<string, readonly [stamp: string, head: Head] | undefined>>
}

/** What is remembered of the migration files of a folder; nothing where they are few. */
export function recall(root: string, files: readonly string[]): Memory | undefined {
  if (files.length < worthwhile) return undefined
  const now = Date.now()
  const stamps = new Map(files.map((file) => [file, stampOf(file, now)]))
  const path = join(root, '.tidemark', 'cache', 'history')
  const stored = read(path)
  const known = stored?.tool === writer ? stored.files : {}
  const heads = new Map<string, Head>()
  for (const [file, stamp] of stamps) {
    const [then, head] = known[file] ?? []
    if (head !== undefined && then === stamp) heads.set(file, head)
  }
  return {
    heads,
    keep(plain) {
      const settled = plain.filter(({ file }) => stamps.get(file) !== undefined)
      if (settled.length === heads.size) return
      const entries = settled.map((revision) => [revision.file, [stamps.get(revision.file)!, headOf(revision)]])
      write(path, { tool: writer, files: Object.fromEntries(entries) as Stored['files'] })
    },
  }
}

function headOf(revision: Revision): Head {
  const { revision: id, parents, message, roles, checksum, formerChecksum } = revision
  const { labels, dependsOn, replaces, hazards, allow } = revision
  const further = { labels, dependsOn, replaces, hazards, allow }
  const given = Object.fromEntries(Object.entries(further).filter(([, value]) => value !== undefined))
  return { revision: id, parents, message, roles, checksum, formerChecksum, ...given }
}

/** Changes whenever a file does; `undefined` for one that cannot be told yet. */
function stampOf(file: string, now: number): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined || now - found.ctimeMs < settledAfter) return undefined
  return `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`
}

function read(path: string): Stored | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Stored
  } catch {
    return undefined
  }
}

/** A folder that cannot be written only costs time at the next run. */
function write(path: string, stored: Stored): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(stored))
    renameSync(`${path}.${process.pid}`, path)
  } catch {
    // Nothing is lost: the next run reads the files again.
  }
}
