import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.js'
import { TidemarkError } from '../errors/error.js'
import { migrationFileName } from './file-name.js'
import type { MigrationHead } from './migration.js'
import { quote } from './render.js'
import { writeNewFile } from './write.js'

const own = fileURLToPath(new URL('../../templates/revision/', import.meta.url))
const standard = 'empty'

/**
 * Writes a revision from a template, to be filled in by hand, and gives its path.
 * @throws TidemarkError TM315 when the file is already there, TM332 for the template.
 */
export async function writeFromTemplate(
  head: MigrationHead,
  config: Pick<Config, 'migrations' | 'templates' | 'fileName'>,
  template: string = standard,
  at = new Date(),
): Promise<string> {
  const file = findTemplate(template, config.templates)
  const text = fill(await readFile(file, 'utf8'), head, file)
  return writeNewFile(config.migrations, migrationFileName(head.revision, head.message, at, config.fileName), text)
}

/** The project's own templates come before those of Tidemark; anything with a `/` or a `.` is a path. */
function findTemplate(name: string, folder: string): string {
  const isPath = /[./\\]/.test(name)
  const places = isPath ? [resolve(name)] : [join(folder, `${name}.ts`), join(own, `${name}.ts`)]
  const found = places.find((file) => existsSync(file))
  if (found !== undefined) return found
  const names = [folder, own].flatMap((place) =>
    existsSync(place) ? readdirSync(place).flatMap((file) => (file.endsWith('.ts') ? file.slice(0, -3) : [])) : [],
  )
  throw new TidemarkError({
    code: 'TM332',
    what: isPath ? `there is no template ${places[0]}` : `there is no template called ${name}`,
    why: `there are ${[...new Set(names)].sort().join(', ')}`,
    fix: `use one of these, or write your own: ${join(folder, isPath ? 'my-template.ts' : `${name}.ts`)}`,
  })
}

/** Fills in `'{message}'`, `['{parents}']` and so on; a line whose list may be left out goes where it would be empty. */
function fill(template: string, head: MigrationHead, file: string): string {
  const { revision, message, parents, labels = [], dependsOn = [] } = head
  const values = { revision: [revision], message: [message], parents, labels, dependsOn }
  const wrong = (what: string): TidemarkError =>
    new TidemarkError({
      code: 'TM332',
      what,
      why: `a template says ${Object.keys(values)
        .map((name) => `'{${name}}'`)
        .join(', ')} where these belong`,
      fix: 'correct the template',
      at: { file },
    })
  let text = template
  for (const [name, list] of Object.entries(values)) {
    const place = `'{${name}}'`
    const isNeeded = list.length > 0 || name === 'parents'
    if (isNeeded && !text.includes(place)) throw wrong(`the template has no ${place}`)
    text = isNeeded
      ? text.replaceAll(place, () => list.map(quote).join(', '))
      : text.replace(new RegExp(`^.*${place.replace(/[{}]/g, '\\$&')}.*\\n`, 'gm'), '')
  }
  return text
}
