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

interface Stored {
  version: number
  user?: string
  objects: CatalogObject[]
}

/** The result of an earlier build, or undefined; a damaged file counts as none. */
export async function readCache(folder: string, key: string): Promise<Desired | undefined> {
  try {
    const text = await readFile(join(folder, `${key}.json`), 'utf8')
    // On the second line: only a plan asks for the dependencies.
    const end = text.indexOf('\n')
    const { version, user, objects } = JSON.parse(text.slice(0, end)) as Stored
    let dependencies: Dependencies | undefined
    return {
      snapshot: {
        version,
        ...(user !== undefined && { user }),
        objects: new Map(objects.map((object) => [object.id, object])),
      },
      get dependencies() {
        return (dependencies ??= new Map(JSON.parse(text.slice(end)) as [string, string[]][]))
      },
    }
  } catch {
    return undefined
  }
}

/** Keeps a result. A folder that cannot be written only costs time at the next run. */
export async function writeCache(folder: string, key: string, { snapshot, dependencies }: Desired): Promise<void> {
  const stored = {
    version: snapshot.version,
    user: snapshot.user,
    objects: [...snapshot.objects.values()],
  }
  await keep(folder, key, `${JSON.stringify(stored)}\n${JSON.stringify([...dependencies])}`)
}

/** Keeps a text under a key, and those of the last few runs beside it. */
export async function keep(folder: string, key: string, text: string): Promise<void> {
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
