import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { loadHistory, type History } from '../../src/revisions/load.js'
import { createProject } from '../support/project.js'

const idOf = (number: number): string => number.toString(16).padStart(12, '0')

const migration = (number: number): string => `import { migration, step, sql } from 'tidemark'

export default migration({
  revision: '${idOf(number)}', parents: [${number === 0 ? '' : `'${idOf(number - 1)}'`}], message: 'number ${number}',
}, [
  step({ up: sql\`CREATE TABLE t${number} (id integer)\`, down: sql\`DROP TABLE t${number}\` }),
])
`

const seen = ({ revisions, graph }: History): unknown => ({
  order: graph.order,
  heads: graph.heads,
  revisions: revisions.map(({ steps, ...rest }) => ({
    ...rest,
    up: steps.map(({ up }) => up.map((sql) => sql.text())),
  })),
})

test('of many files, those that are unchanged are remembered, and only those', async () => {
  const root = await createProject({})
  const folder = join(root, 'migrations')
  mkdirSync(folder)
  const pathOf = (number: number): string => join(folder, `20260101T0000_${idOf(number)}_m.ts`)
  for (let number = 0; number < 1000; number++) writeFileSync(pathOf(number), migration(number))
  const load = (): Promise<History> => loadHistory(folder, { root })
  const record = async (): Promise<string> => readFile(join(root, '.tidemark/cache/history'), 'utf8')
  const plain = seen(await loadHistory(folder))

  // What was just written may be written again within the same tick of the clock.
  expect(seen(await load())).toEqual(plain)
  await expect(record()).rejects.toThrow('ENOENT')

  await sleep(3100)
  expect(seen(await load())).toEqual(plain)
  const kept = await record()
  expect(Object.keys((JSON.parse(kept) as { files: object }).files)).toHaveLength(1000)
  expect(seen(await load())).toEqual(plain)
  expect(await record()).toBe(kept)

  // It is used: what it says of a file that is unchanged counts until the steps are read.
  await writeFile(join(root, '.tidemark/cache/history'), kept.replace('"number 7"', '"remembered"'))
  const remembered = await load()
  expect(remembered.graph.nodes.get(idOf(7))!.message).toBe('remembered')
  expect(remembered.graph.nodes.get(idOf(7))!.steps[0]!.up[0]!.text()).toBe('CREATE TABLE t7 (id integer)')

  // Of the same size.
  await writeFile(pathOf(7), migration(7).replace('number 7', 'edited 7').replace('integer', 'numeric'))
  const edited = await load()
  expect(edited.graph.nodes.get(idOf(7))!.message).toBe('edited 7')
  expect(edited.graph.nodes.get(idOf(7))!.checksum).not.toBe(remembered.graph.nodes.get(idOf(7))!.checksum)

  await writeFile(join(root, '.tidemark/cache/history'), kept.slice(0, 5000))
  expect(seen(await load())).toEqual(seen(await loadHistory(folder)))
})
