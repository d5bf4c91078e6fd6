import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { readCatalog } from '../catalog/read.js'
import { notModelled } from '../catalog/not-modelled.js'
import type { Config } from '../config/config.js'
import { openDatabase } from '../database/open.js'
import { TidemarkError } from '../errors/error.js'
import { kinds } from '../kinds/index.js'
import { rolesWithPassword } from './passwords.js'
import { pullFiles } from './pull.js'

export interface PullResult {
  readonly database: string
  /** Paths relative to the working directory. */
  readonly files: readonly string[]
  readonly objects: number
  /** What exists and is not written, by name. */
  readonly notCompared: readonly string[]
}

/**
 * Writes the database of a run into a folder.
 * @throws TidemarkError TM040 when the folder holds other declarations and `force` is not given
 */
export async function pullDatabase(
  config: Config,
  out: string,
  { force }: { force: boolean },
  note: (text: string) => void,
): Promise<PullResult> {
  const folder = resolve(out)
  const there = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'))
  if (there.length > 0 && !force) throw folderNotEmpty(out, there)
  const database = await openDatabase(config, { note })
  try {
    const { snapshot, others, withPassword } = await readCatalog(database, kinds, async (reading) => ({
      snapshot: reading.snapshot,
      others: await notModelled(reading),
      withPassword: await rolesWithPassword(reading),
    }))
    const names = Object.keys(await import('../index.js'))
    const { files, declared, unexpressed } = pullFiles(snapshot, kinds, names)
    const passwords = withPassword.filter((id) => declared.has(id)).map((id) => `password of ${id}`)
    await mkdir(folder, { recursive: true })
    for (const [path, text] of files) {
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    return {
      database: database.name,
      files: [...files.keys()].sort().map((path) => relative(process.cwd(), join(folder, path))),
      objects: snapshot.objects.size,
      notCompared: [...unexpressed, ...others, ...passwords],
    }
  } finally {
    await database.close()
  }
}

const folderNotEmpty = (out: string, names: readonly string[]): TidemarkError =>
  new TidemarkError({
    code: 'TM040',
    what: `the folder ${out} is not empty: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
    why: 'pull writes files there, and would mix them with what is there or overwrite it',
    fix: ['choose another folder with --out', 'or let it overwrite with --force'],
  })
