import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TidemarkError } from '../errors/error.js'
import { isName } from './names.js'

/** The file of tags in a migrations folder: a line a tag, its name and the whole id of its revision. */
export const tagsFile = (folder: string): string => join(folder, 'tags')

/**
 * The tags of a migrations folder, by name; empty where there is no such file.
 * @throws TidemarkError TM317 a line that is no tag, or a second tag of one name.
 */
export async function readTags(folder: string): Promise<ReadonlyMap<string, string>> {
  const file = tagsFile(folder)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return ''
    throw error
  })
  const tags = new Map<string, string>()
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return
    const [name, revision, ...rest] = line.trim().split(/\s+/)
    const problem =
      revision === undefined || rest.length > 0 || !isName(name!)
        ? 'a line of this file is not a tag'
        : tags.has(name!)
          ? `two lines give the tag ${name} a revision`
          : undefined
    if (problem !== undefined) throw invalidLine(problem, { file, line: index + 1, code: line.trim() })
    tags.set(name!, revision!)
  })
  return tags
}

function invalidLine(what: string, at: { file: string; line: number; code: string }): TidemarkError {
  return new TidemarkError({
    code: 'TM317',
    what,
    why: 'each line is a name, a space and the whole id of a revision, as in: v1.4 3f9c2a1b7d04',
    fix: 'correct the line (a merge may have left it)',
    at,
  })
}

/** Writes the tags, sorted by name, so that two branches that each add one can be merged. */
export async function writeTags(folder: string, tags: ReadonlyMap<string, string>): Promise<void> {
  const names = [...tags.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  if (names.length === 0) return rm(tagsFile(folder), { force: true })
  await writeFile(tagsFile(folder), names.map((name) => `${name} ${tags.get(name)}\n`).join(''))
}
