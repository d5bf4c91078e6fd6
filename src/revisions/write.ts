import { constants, copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { TidemarkError } from '../errors/error.js'
import { migrationFileName } from './file-name.js'
import { renderMigration, type WrittenMigration } from './render.js'

/**
 * Writes a migration file and gives its path. A reader sees the whole file or none, and nothing is overwritten.
 * @throws TidemarkError TM315 when the file is already there.
 */
export async function writeMigration(
  content: WrittenMigration,
  folder: string,
  at = new Date(),
  fileName?: string,
): Promise<string> {
  const { revision, message } = content.head
  return writeNewFile(folder, migrationFileName(revision, message, at, fileName), renderMigration(content))
}

/** Writes a file beside its final place and links it there; file systems without links get an exclusive copy. */
export async function writeNewFile(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(name)}.${process.pid}`)
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error
      return copyFile(temporary, path, constants.COPYFILE_EXCL)
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new TidemarkError(
      {
        code: 'TM315',
        what: `the file is already there: ${path}`,
        fix: 'choose another message or revision id',
        at: { file: path },
      },
      { cause: error },
    )
  } finally {
    await rm(temporary, { force: true })
  }
  return path
}
