import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { migrationFileName } from './file-name.js'
import type { MigrationHead } from './migration.js'
import { quote } from './render.js'
import { writeNewFile } from './write.js'

const standard = fileURLToPath(new URL('../../templates/revision.ts', import.meta.url))

/**
 * Writes an empty revision, to be filled in by hand, and gives its path.
 * @throws TidemarkError TM315 when the file is already there.
 */
export async function writeFromTemplate(
  head: MigrationHead,
  folder: string,
  at = new Date(),
  template = standard,
): Promise<string> {
  const values: Readonly<Record<string, string>> = {
    revision: quote(head.revision),
    parents: head.parents.map(quote).join(', '),
    message: quote(head.message),
  }
  const text = (await readFile(template, 'utf8')).replace(
    /'\{(revision|parents|message)\}'/g,
    (_, name: string) => values[name]!,
  )
  return writeNewFile(folder, migrationFileName(head.revision, head.message, at), text)
}
