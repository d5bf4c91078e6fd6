import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPlain } from '../../src/config/load-plain.js'
import { migration, step } from '../../src/revisions/migration.js'
import { loadHistory } from '../../src/revisions/load.js'
import { sql } from '../../src/sql/sql.js'
import { createProject } from '../support/project.js'

const head = (id: string, parents = ''): string => `revision: '${id}', parents: [${parents}], message: 'm'`
const plain = `import { migration, step, sql } from 'tidemark'\n\nexport default migration({ ${head('a1')} }, [\n  step({ up: sql\`A\`, down: sql\`B\` }),\n])\n`

const files = {
  'm/plain.ts': plain,
  'm/typed.ts': `import { migration, step, sql, type Step } from 'tidemark'\nconst steps: Step[] = [step({ up: sql\`A\`, down: sql\`B\` })]\nexport default migration({ ${head('b2', "'a1'")} }, steps)\n`,
  'm/generic.ts': `import { migration, step, sql } from 'tidemark'\nconst same = <T>(value: T): T => value\nexport default same<ReturnType<typeof migration>>(migration({ ${head('c3', "'b2'")} }, [step({ up: sql\`A\`, down: sql\`B\` })]))\n`,
  'm/shared.ts': `import { migration } from 'tidemark'\nimport { steps } from '../steps'\nexport default migration({ ${head('d4', "'c3'")} }, steps)\n`,
  'm/text.ts': `import { migration, step, sql } from 'tidemark'\nexport default migration({ ${head('e5', "'d4'")} }, [\n  step({ up: sql\`\nimport foreign schema x;\nexport default nothing\n\`, down: sql\`B\` }),\n])\n`,
  'steps.ts': `import { step, sql } from 'tidemark'\nexport const steps = [step({ up: sql\`A\`, down: sql\`B\` })]\n`,
}

test('a file that is anything but plain goes to the compiler', async () => {
  const root = await createProject(files)
  const names = Object.keys(files).filter((name) => name.startsWith('m/'))
  const loaded = loadPlain(
    names.map((name) => join(root, name)),
    { migration, step, sql },
    /step\.run/,
  )
  expect([...loaded.keys()]).toEqual([join(root, 'm/plain.ts')])
  const { graph } = await loadHistory(join(root, 'm'))
  expect(graph.order).toEqual(['a1', 'b2', 'c3', 'd4', 'e5'])
  expect(graph.nodes.get('e5')!.steps[0]!.up[0]!.text()).toBe('import foreign schema x;\nexport default nothing')
})

test('a file that fails says where, as any other', async () => {
  const root = await createProject({ 'm/x.ts': plain.replace('sql`A`', 'sql`A`.nothing()') })
  await expect(loadHistory(join(root, 'm'))).rejects.toMatchObject({
    diagnostics: [{ code: 'TM005', at: { file: join(root, 'm/x.ts'), line: 4 } }],
  })
})
