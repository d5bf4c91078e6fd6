import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createDatabase, roleName, serverUrl } from '../support/database.js'
import { alone, createHistory, id, step, table, type TestHistory } from './history.js'

async function verify(
  history: TestHistory,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await history.run('verify', '--scratch-url', serverUrl(), ...args)
  return { code, stdout, stderr: stderr.replaceAll(/\d{8}T\d{4}_/g, 'MINUTE_') }
}

test('proves each revision, and says of each step whether it gives back what there was', async () => {
  const history = await createHistory([
    {
      id: id('good'),
      message: 'good',
      steps: [table('users'), alone('CREATE INDEX CONCURRENTLY i ON users (id)', 'DROP INDEX CONCURRENTLY i')],
    },
    {
      id: id('kept'),
      message: 'keeps values aside',
      steps: [
        step('CREATE TABLE aside AS SELECT id, note FROM users', 'DROP TABLE aside'),
        step('ALTER TABLE users DROP COLUMN note', [
          'ALTER TABLE users ADD COLUMN note text',
          'UPDATE users SET note = aside.note FROM aside WHERE aside.id = users.id',
        ]),
      ],
    },
    {
      id: id('lossy'),
      message: 'forgets values and rows',
      steps: [
        step('DELETE FROM users', '-- cannot be undone'),
        step('ALTER TABLE aside DROP COLUMN note', 'ALTER TABLE aside ADD COLUMN note text'),
      ],
    },
  ])
  expect(await verify(history)).toEqual({
    code: 0,
    stdout: `lossless      ${id('good')}  good
lossless      ${id('kept')}  keeps values aside
lossy         ${id('lossy')}  forgets values and rows
              step 1 loses rows of public.users
              step 2 loses values of public.aside.note
`,
    stderr: '',
  })
  expect(await verify(history, '--lossless')).toMatchObject({
    code: 10,
    stderr: `error TM326 not-reversible  ${id('lossy')} forgets values and rows
  what: step 1, 2 does not give back all rows
  why:  rows of public.users
        values of public.aside.note
  fix:  keep what would be lost aside, in a table or a column of another name
  at:   migrations/MINUTE_${id('lossy')}_forgets_values_and_rows.ts
`,
  })
})

test('names what down leaves behind, and goes on where it can', async () => {
  const history = await createHistory([
    { id: id('good'), message: 'good', steps: [table('users')] },
    {
      id: id('left'),
      message: 'leaves a column',
      steps: [step('ALTER TABLE users ADD COLUMN IF NOT EXISTS a int, ALTER note SET NOT NULL', '-- forgotten')],
    },
    { id: id('none'), message: 'no way back', steps: [step('CREATE TABLE later ()', [])] },
    {
      id: id('twice'),
      message: 'forgets a column',
      steps: [step('ALTER TABLE users ADD COLUMN b int, ADD COLUMN c int', 'ALTER TABLE users DROP COLUMN b')],
    },
    { id: id('after'), message: 'never reached', steps: [table('never')] },
  ])
  const left = id('left')
  expect(await verify(history)).toEqual({
    code: 10,
    stdout: `lossless      ${id('good')}  good
down differs  ${left}  leaves a column
irreversible  ${id('none')}  no way back
              step 1 has no way back
down differs  ${id('twice')}  forgets a column
`,
    stderr: `1 revisions above it were not verified.
error TM326 not-reversible  ${left} leaves a column
  what: after down, the scratch database is not what it was before up
  why:    ~ column       public.users.note
            + not-null     public.users.note
          ~ table        public.users
            + column       public.users.a
  fix:  correct \`down\` of the step
  at:   migrations/MINUTE_${left}_leaves_a_column.ts
error TM326 not-reversible  ${id('none')} no way back
  what: step 1 says nothing about its way back
  fix:  write its \`down\`; where nothing has to be done, say so: down: sql\`-- nothing to do\`
  at:   migrations/MINUTE_${id('none')}_no_way_back.ts
error TM326 not-reversible  ${id('twice')} forgets a column
  what: after down, the scratch database is not what it was before up
  why:    ~ table        public.users
            + column       public.users.c
  fix:  correct \`down\` of the step
  at:   migrations/MINUTE_${id('twice')}_forgets_a_column.ts
`,
  })
  const { code, stdout } = await verify(history, '--json')
  expect({ code, document: JSON.parse(stdout) }).toMatchObject({
    code: 10,
    document: {
      revisions: [
        { revision: id('good'), verdict: 'lossless', steps: [{ verdict: 'lossless', lost: [] }], differences: [] },
        {
          revision: left,
          verdict: 'down differs',
          differences: [
            { type: 'add', object: 'column public.users.a' },
            { type: 'add', object: 'not-null public.users.note' },
          ],
        },
        { revision: id('none'), verdict: 'irreversible', steps: [{ verdict: 'irreversible' }] },
        { revision: id('twice'), verdict: 'down differs' },
      ],
    },
  })
})

test('takes a column that is dropped and comes back at another position for what it is', async () => {
  const history = await createHistory([
    { id: id('a'), message: 'a', steps: [step('CREATE TABLE t (a int, b int)', 'DROP TABLE t')] },
    { id: id('b'), message: 'b', steps: [step('ALTER TABLE t DROP COLUMN a', 'ALTER TABLE t ADD COLUMN a int')] },
  ])
  expect(await verify(history)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`lossy         ${id('b')}  b\n              step 1 loses values of public.t.a`),
  })
})

test('follows rows of every sort of table through every sort of step', { timeout: 60_000 }, async () => {
  const tables = `
    CREATE TYPE m AS ENUM ('x', 'y'); CREATE DOMAIN d AS numeric(5, 2);
    CREATE TABLE b (id serial PRIMARY KEY, up int REFERENCES b);
    CREATE TABLE types (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), b int NOT NULL REFERENCES b, t text NOT NULL, v varchar(3),
      j jsonb, e m NOT NULL, dd d, arr int[], at timestamptz, day date, ip inet, r int4range, by bytea, bits bit(3), flag bool, c char(1) UNIQUE);
    CREATE TABLE parts (at timestamptz NOT NULL, v int) PARTITION BY RANGE (at);
    CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2000-01-01') TO ('3000-01-01')`
  const columns = ['b', 't', 'v', 'j', 'e', 'dd', 'arr', 'at', 'day', 'ip', 'r', 'by', 'bits', 'flag', 'c']
  const first = await createHistory([
    { id: id('a'), message: 'a', steps: [step(tables, 'DROP TABLE types, parts, b; DROP TYPE m; DROP DOMAIN d')] },
    {
      id: id('b'),
      message: 'b',
      steps: [
        step(
          `UPDATE types SET ${columns
            .filter((name) => !['b', 't', 'e'].includes(name))
            .map((name) => `${name} = NULL`)
            .join(', ')}`,
          '-- lost',
        ),
        step('UPDATE parts SET v = 0', '-- lost'),
        step('ALTER TABLE b ALTER up SET NOT NULL', 'ALTER TABLE b ALTER up DROP NOT NULL'),
      ],
    },
  ])
  const { stdout } = await verify(first)
  for (const name of columns.filter((column) => !['b', 't', 'e'].includes(column)))
    expect(stdout).toContain(`public.types.${name}`)
  expect(stdout).toContain('step 2 loses values of public.parts.v')

  const second = await createHistory([
    {
      id: id('a'),
      message: 'a',
      steps: [step('CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY LIST (id)', 'DROP TABLE p')],
    },
    { id: id('b'), message: 'b', steps: [step('CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)', 'DROP TABLE p1')] },
    {
      id: id('c'),
      message: 'c',
      steps: `[
        step({ up: sql\`ALTER TABLE p ADD COLUMN w int\`, down: sql\`ALTER TABLE p DROP COLUMN w\` }),
        backfill({ table: 'p', set: { w: sql\`v * 2\` }, down: sql\`-- goes with its column\` }),
        step.run({ up: async (db) => { await db.query(sql\`UPDATE p SET w = w + 1\`) }, down: sql\`-- goes with its column\` }),
        backfill({ table: 'p', set: { v: sql\`v + 1\` }, down: { set: { v: sql\`v - 1\` } } }),
        step.run(async (db) => { await db.query(sql\`UPDATE p SET v = 0\`) }),
      ]`,
    },
    {
      id: id('d'),
      message: 'd',
      steps: [
        step('ALTER TABLE p DETACH PARTITION p1', 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1)'),
        alone('CREATE INDEX CONCURRENTLY p1_v ON p1 (v)', 'DROP INDEX CONCURRENTLY p1_v'),
        alone('VACUUM p1', '-- nothing to do'),
      ],
    },
  ])
  expect((await verify(second)).stdout).toBe(`lossless      ${id('a')}  a
lossless      ${id('b')}  b
irreversible  ${id('c')}  c
              step 5 has no way back
lossless      ${id('d')}  d
`)
})

test('a backfill of rows that migrations made comes to its end', { timeout: 20_000 }, async () => {
  const history = await createHistory([
    { id: id('rows'), message: 'rows', steps: [table('t'), step("INSERT INTO t VALUES (1, 'x')", 'DELETE FROM t')] },
    { id: id('fill'), message: 'fill', steps: `[backfill({ table: 't', set: { note: 'y' }, down: sql\`-- stays\` })]` },
  ])
  expect((await verify(history)).stdout).toContain(`${id('fill')}  fill\n`)
})

test('roles that others make on the scratch server meanwhile are nobody’s', async () => {
  const other = await createDatabase()
  const theirs = roleName('theirs')
  // While the migration is at work, as if somebody else did it: its text does not speak of the role.
  const made = `SELECT pg_sleep(0.2) FROM (SELECT 1) s`
  const history = await createHistory([{ id: id('slow'), message: 'slow', steps: [step(made, made)] }])
  const verifying = verify(history)
  const stop = new AbortController()
  const others = (async () => {
    for (let made = false; !stop.signal.aborted; made = !made) {
      await other.sql.unsafe(made ? `DROP ROLE ${theirs}` : `CREATE ROLE ${theirs}`)
      await sleep(30)
    }
  })()
  const { code, stderr } = await verifying
  stop.abort()
  await others
  expect(code, stderr).toBe(0)
})
