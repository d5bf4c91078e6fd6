import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadDeclared } from '../../src/desired/desired.js'
import { kinds } from '../../src/kinds/index.js'
import { createProject } from '../support/project.js'
import { buildSide, createSubject } from '../support/transition.js'

const guide = ['guide', 'partitions']
  .map((page) => readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8'))
  .join('\n')
const examples = [...guide.matchAll(/^##? (.*)$|^```ts\n([^]*?)^```$/gm)]
const scratch = await createSubject()

let title = ''
for (const [, heading, code] of examples) {
  if (heading !== undefined) title = heading
  else
    test(`the example of “${title}” is a schema that PostgreSQL takes`, async () => {
      const folder = await createProject({ 'schema.ts': code! })
      const declared = await loadDeclared(join(folder, 'schema.ts'), scratch.server.version, kinds)
      expect(declared.objects.size).toBeGreaterThan(0)
      await buildSide(declared, scratch)
    })
}
