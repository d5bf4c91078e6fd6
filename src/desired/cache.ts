import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogObject } from '../catalog/snapshot.js'
import type { Desired } from './build.js'
import type { Declared } from './declared.js'

/** How many results are kept: a few branches' worth. */
const kept = 8

/** What a cached result depends on: everything declared, the server, and the tool that read it back. */
export function cacheKey(declared: Declared, serverVersion: number, user: string, toolVersion: string): string {
  const hash = createHash('sha256').update(`${toolVersion} ${serverVersion} ${user}`)
  for (const object of declared.objects.values()) hash.update(JSON.stringify(object))
  return hash.digest('hex').slice(0, 32)
}

interface Stored {
  version: number
  user?: string
  objects: CatalogObject[]
  dependencies: [string, string[]][]
}

/** The result of an earlier build, or undefined; a damaged file counts as none. */
export async function readCache(folder: string, key: string): Promise<Desired | undefined> {
  try {
    const { version, user, objects, dependencies } = JSON.parse(
      await readFile(join(folder, `${key}.json`), 'utf8'),
    ) as Stored
    return {
      snapshot: {
        version,
        ...(user !== undefined && { user }),
        objects: new Map(objects.map((object) => [object.id, object])),
      },
      dependencies: new Map(dependencies),
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
    dependencies: [...dependencies],
  }
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '.gitignore'), '*\n')
    const path = join(folder, `${key}.json`)
    await writeFile(`${path}.${process.pid}`, JSON.stringify(stored))
    await rename(`${path}.${process.pid}`, path)
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    const aged = await Promise.all(files.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
    const old = aged.sort((a, b) => b.at - a.at).slice(kept)
    await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })))
  } catch {
    // Nothing is lost: the next run builds again.
  }
}
