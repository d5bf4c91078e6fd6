import { expect, test } from 'vitest'
import { serverUrl } from '../support/database.js'
import { alone, createHistory, id, step, table } from './history.js'

test('proves that each revision can be taken back, and says which cannot', async () => {
  const history = await createHistory([
    {
      id: id('good'),
      message: 'good',
      steps: [table('users'), alone('CREATE INDEX CONCURRENTLY i ON users (note)', 'DROP INDEX CONCURRENTLY i')],
    },
    {
      id: id('bad'),
      message: 'forgets a column',
      steps: [step('ALTER TABLE users ADD COLUMN a int, ADD COLUMN b int', 'ALTER TABLE users DROP COLUMN a')],
    },
    { id: id('none'), message: 'no way back', steps: [step('CREATE TABLE later ()', [])] },
  ])
  const { code, stdout, stderr } = await history.run('verify', '--scratch-url', serverUrl())
  expect(stdout).toContain(`reversible    ${id('good')}  good\n`)
  expect({ code, stderr: stderr.replaceAll(/\d{8}T\d{4}_/g, 'MINUTE_') }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('column "b" of relation "users" already exists'),
  })
})

test('a way back that leaves something behind has its own exit code', async () => {
  const history = await createHistory([
    { id: id('good'), message: 'good', steps: [table('users')] },
    {
      id: id('left'),
      message: 'leaves a column',
      steps: [step('ALTER TABLE users ADD COLUMN IF NOT EXISTS a int', '-- forgotten')],
    },
    { id: id('none'), message: 'no way back', steps: [step('CREATE TABLE later ()', [])] },
  ])
  const { code, stdout, stderr } = await history.run('verify', '--scratch-url', serverUrl())
  expect({ code, stdout, stderr: stderr.replaceAll(/\d{8}T\d{4}_/g, 'MINUTE_') }).toEqual({
    code: 10,
    stdout: `reversible    ${id('good')}  good\ndown differs  ${id('left')}  leaves a column\nno way back   ${id('none')}  no way back\n`,
    stderr: `error TM326 not-reversible  ${id('left')} leaves a column
  what: after down, the scratch database is not what it was
  fix:  correct \`down\` of the step
  at:   migrations/MINUTE_${id('left')}_leaves_a_column.ts
error TM326 not-reversible  ${id('none')} no way back
  what: a step says nothing about its way back
  fix:  correct \`down\` of the step
  at:   migrations/MINUTE_${id('none')}_no_way_back.ts
`,
  })
})
