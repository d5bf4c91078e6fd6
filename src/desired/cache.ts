import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogObject, Dependencies } from '../catalog/snapshot.js'
import type { Desired } from './build.js'
import type { Declared } from './declared.js'

/** How many results are kept: a few branches' worth. */
const kept = 8

/** A hash of all that is declared. */
export function hashOf(declared: Declared): string {
  const hash = createHash('sha256')
  for (const object of declared.objects.values()) hash.update(JSON.stringify(object))
  return hash.digest('hex')
}

/** What a cached result depends on: everything declared, the server, and the tool that read it back. */
export const cacheKey = (declared: string, serverVersion: number, user: string, toolVersion: string): string =>
  createHash('sha256').update(`${toolVersion} ${serverVersion} ${user} ${declared}`).digest('hex').slice(0, 32)

/** How many objects stand on a line: as one text, those of a large schema would take more memory than all the rest. */
const together = 1000

interface Head {
  version: number
  user?: string
  /** How many there are. */
  objects: number
  dependencies: number
}

/** The result of an earlier build, or undefined; a damaged file counts as none. */
export async function readCache(folder: string, key: string): Promise<Desired | undefined> {
  try {
    const [first, ...lines] = (await readFile(join(folder, `${key}.json`), 'utf8')).split('\n')
    const head = JSON.parse(first!) as Head
    const half = Math.ceil(head.objects / together)
    const objects = parsed<CatalogObject>(lines.slice(0, half))
    if (objects.length !== head.objects || lines.length !== half + Math.ceil(head.dependencies / together))
      return undefined
    const { version, user } = head
    let dependencies: Dependencies | undefined
    return {
      snapshot: {
        version,
        ...(user !== undefined && { user }),
        objects: new Map(objects.map((object) => [object.id, object])),
      },
      // Only a plan asks for them.
      get dependencies() {
        return (dependencies ??= new Map(parsed<[string, string[]]>(lines.slice(half))))
      },
    }
  } catch {
    return undefined
  }
}

const parsed = <T>(lines: readonly string[]): T[] => lines.flatMap((line) => JSON.parse(line) as T[])

/** Keeps a result. A folder that cannot be written only costs time at the next run. */
export const writeCache = (folder: string, key: string, desired: Desired): Promise<void> =>
  keep(folder, key, linesOf(desired))

function* linesOf({ snapshot: { version, user, objects }, dependencies }: Desired): Iterable<string> {
  const head: Head = {
    version,
    ...(user !== undefined && { user }),
    objects: objects.size,
    dependencies: dependencies.size,
  }
  yield JSON.stringify(head)
  const lists: readonly Iterator<unknown>[] = [objects.values(), dependencies.entries()]
  for (const list of lists)
    for (let line = take(list); line.length > 0; line = take(list)) yield `\n${JSON.stringify(line)}`
}

/** The next few. */
function take<T>(items: Iterator<T>): T[] {
  const list: T[] = []
  for (let next = items.next(); !next.done; next = items.next()) if (list.push(next.value) === together) break
  return list
}

/** Keeps a text, in parts, under a key, and those of the last few runs beside it. */
export async function keep(folder: string, key: string, text: string | Iterable<string>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '.gitignore'), '*\n')
    const path = join(folder, `${key}.json`)
    await writeFile(`${path}.${process.pid}`, text)
    await rename(`${path}.${process.pid}`, path)
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    const aged = await Promise.all(files.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
    const old = aged.sort((a, b) => b.at - a.at).slice(kept)
    await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })))
  } catch {
    // Nothing is lost: the next run builds again.
  }
}
