import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bundle } from '../config/load-typescript.js'
import type { Rename } from '../diff/rename.js'

/** What is known of schema files as they were when they were last evaluated. */
export interface Evaluated {
  /** A hash of all that they declare. */
  readonly declared: string
  readonly renames: readonly Rename[]
}

interface Record extends Evaluated {
  readonly tool: string
  readonly entries: readonly string[]
  /** All files that the declarations were made of, the entries among them. */
  readonly inputs: readonly string[]
  readonly digest: string
}

/**
 * Names by which a file reaches what is not written in it: the environment, the time, chance. Where one is used, files that
 * are unchanged may declare something else. A name that only looks like one costs nothing but time.
 */
const reachesOut =
  /(?<![.\w$])(?:process|globalThis|global|Date|Math|Intl|eval|Function|require|crypto|performance|fetch|navigator)\b(?!\s*:)|\bimport\s*\(|\bimport\.meta\b/

/** True when evaluating a bundle again is bound to give the same. */
export function isRepeatable({ code, external }: Bundle): boolean {
  // Without our own import, the names of files, and strings.
  const own = code.replace(/^\/\/ .*$|^.*Symbol\.for\("tidemark\.tool"\).*$|"(?:[^"\\\n]|\\.)*"/gm, '')
  return external.length === 0 && !reachesOut.test(own)
}

const path = (folder: string): string => join(folder, 'sources')

/** What the files declared when they were last evaluated, if nothing that they are made of has changed since. */
export async function recall(folder: string, entries: readonly string[], tool: string): Promise<Evaluated | undefined> {
  try {
    const record = JSON.parse(await readFile(path(folder), 'utf8')) as Record
    const same = record.tool === tool && record.entries.join('\n') === entries.join('\n')
    return same && record.digest === digest(record.inputs, entries) ? record : undefined
  } catch {
    return undefined
  }
}

/** Remembers what files declare. A folder that cannot be written only costs time at the next run. */
export async function remember(
  folder: string,
  entries: readonly string[],
  tool: string,
  bundle: Bundle,
  evaluated: Evaluated,
): Promise<void> {
  if (!isRepeatable(bundle)) return
  const { inputs } = bundle
  try {
    const record: Record = { ...evaluated, tool, entries, inputs, digest: digest(inputs, entries) }
    await mkdir(folder, { recursive: true })
    await writeFile(`${path(folder)}.${process.pid}`, JSON.stringify(record))
    await rename(`${path(folder)}.${process.pid}`, path(folder))
  } catch {
    // Nothing is lost: the next run evaluates them again.
  }
}

/** A hash of files, and of the settings of the compiler that hold for them. */
function digest(inputs: readonly string[], entries: readonly string[]): string {
  const hash = createHash('sha256')
  const settings = new Set<string>()
  for (let at = dirname(entries[0] ?? '/'); ; at = dirname(at)) {
    const file = join(at, 'tsconfig.json')
    if (existsSync(file)) settings.add(file)
    if (at === dirname(at)) break
  }
  // One after the other without waiting: for small files that is several times faster.
  for (const file of [...inputs, ...settings]) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
