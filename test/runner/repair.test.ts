import { readFile, rename, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { alone, createHistory, id, succeeded, table, tablesOf } from './history.js'

const [a, b, c, d] = [id('a'), id('b'), id('c'), id('d')]

test('records edited, renamed and moved files as they are now, after showing what it would do', async () => {
  const history = await createHistory()
  const edited = await history.add({ id: a, message: 'users', steps: [table('users')] })
  const renamed = await history.add({ id: b, message: 'devices', steps: [table('devices')] })
  const moved = await history.add({ id: c, message: 'readings', steps: [table('readings')] })
  expect((await history.run('repair')).stderr).toMatch(/^Nothing is wrong with the ledger of /)
  succeeded(await history.run('up'))
  const change = async (file: string, from: string, to: string): Promise<void> =>
    writeFile(file, (await readFile(file, 'utf8')).replaceAll(from, to))
  await change(edited, 'note text', 'note varchar')
  await change(renamed, b, d)
  await rename(renamed, renamed.replace(b, d))
  await change(moved, b, d)
  await change(moved, "'readings'", "'all readings'")
  const shown = await history.run('repair')
  expect(shown).toEqual({
    code: 3,
    stdout: `edited        ${a}  users
              records what the file does now, and its way back, as what was applied
renamed       ${b}  devices
              records it as ${d}, the id of the file that does the same
moved         ${c}  all readings
              records the parents and the message of the file
`,
    stderr: 'Nothing was changed; --yes records what is shown.\n',
  })
  const done = await history.run('repair', '--yes')
  expect(done).toMatchObject({ code: 0, stderr: 'Recorded 3 of 3; nothing was run.\n' })
  succeeded(await history.run('up'))
  expect((await history.run('repair')).code).toBe(0)
  const events = await history.database
    .sql`SELECT detail ->> 'kind' AS kind FROM tidemark.event WHERE action = 'repair' ORDER BY id`
  expect(events.map(({ kind }) => kind as string)).toEqual(['edited', 'renamed', 'moved'])
  succeeded(await history.run('down', 'base'))
  expect(await tablesOf(history.database)).toEqual([])
})

test('says what to do where the ledger alone cannot be mended', async () => {
  const index = alone('CREATE INDEX CONCURRENTLY i ON nothing (id)', 'DROP INDEX CONCURRENTLY i')
  const history = await createHistory()
  const gone = await history.add({ id: a, message: 'gone', steps: [table('gone')] })
  await history.add({ id: b, parents: [], message: 'half', steps: [table('half'), index] })
  expect((await history.run('up', 'heads')).code).toBe(2)
  await history.remove(gone)
  expect(await history.run('repair', '--yes')).toEqual({
    code: 3,
    stdout: `missing       ${a}  gone
              restore its file, or take it back with \`tidemark down\`
half applied  ${b}  half
              finish it with \`tidemark up\`, or take it back with \`tidemark down\`
`,
    stderr: '',
  })
})
