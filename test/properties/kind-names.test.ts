import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kinds } from '../../src/kinds/index.js'

const src = fileURLToPath(new URL('../../src', import.meta.url))
const names = kinds.all.map((kind) => kind.name)

/** A kind's name at the beginning of a text: `'column'`, or an id such as `` `column ${…}` ``. */
const mention = new RegExp(`['"\`](?:${names.join('|')})(?=['"\`\\s])`)
/** Without comments, and without the one property that is called like a kind. */
const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|\/\/.*|Node\['role'\]/g, '')

for (const stage of ['diff', 'plan'])
  for (const file of readdirSync(join(src, stage)))
    test(`src/${stage}/${file} knows no object kind by name`, () => {
      const code = withoutComments(readFileSync(join(src, stage, file), 'utf8'))
      expect(code.split('\n').filter((line) => mention.test(line))).toEqual([])
    })

for (const stage of ['diff', 'plan'])
  test(`src/${stage} is pure: it imports neither Node nor the database`, () => {
    const imports = readdirSync(join(src, stage)).flatMap((file) =>
      [...readFileSync(join(src, stage, file), 'utf8').matchAll(/^(import(?! type).*)$/gm)].map((match) => match[1]!),
    )
    expect(imports.filter((line) => /'node:|'postgres'|\/(?:database|cli|config|runner)\//.test(line))).toEqual([])
  })
