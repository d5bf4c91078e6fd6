import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Sql } from '../../src/sql/sql.js'
import { withDatabase } from '../../src/database/url.js'
import { roleName, serverUrl } from '../support/database.js'
import { alone, createHistory, id, step, table, tablesOf, type TestHistory } from './history.js'

const [a, b, c] = [id('a'), id('b'), id('c')]

/** What stderr says, with what differs from run to run taken out. */
function plain(text: string): string {
  return text
    .replace(/at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC by [^ ]+ at [\w.-]+/g, 'at TIME UTC by WHO at HOST')
    .replace(/\b\d+ ms\b/g, 'N ms')
    .replace(/\d{8}T\d{4}_/g, 'MINUTE_')
}

async function failing(
  history: TestHistory,
  command: string,
  ...args: string[]
): Promise<{ code: number | null; text: string }> {
  const { code, stderr, stdout } = await history.run(command, ...args)
  expect(stdout).toBe('')
  return { code, text: plain(stderr) }
}

describe('references', () => {
  test('an unknown revision', async () => {
    const history = await createHistory([{ id: a, message: 'users', steps: [table('users')] }])
    expect(await failing(history, 'up', 'usres')).toEqual({
      code: 2,
      text: `error TM305 unknown-revision
  what: no revision fits "usres"
  why:  of 1 revision, none has it as its id, as the beginning of its id, as a tag, a label or in its message
  fix:  \`tidemark history\` lists the revisions
`,
    })
  })

  test('a range where one revision is meant', async () => {
    const history = await createHistory([{ id: a, message: 'users', steps: [table('users')] }])
    expect(await failing(history, 'up', `base:${a}`)).toEqual({
      code: 2,
      text: `error TM305 unknown-revision
  what: "base:${a}" is a range, and one revision is meant here
  why:  where a run begins the database says; ranges are for \`history\` and \`squash\`, and for \`up\` and \`down\` with --sql
  fix:  name the revision to go to: ${a}
`,
    })
  })

  test('too few letters', async () => {
    const history = await createHistory([{ id: a, message: 'users', steps: [table('users')] }])
    expect(await failing(history, 'show', a[0]!)).toEqual({
      code: 2,
      text: `error TM305 unknown-revision
  what: no revision fits "${a[0]}"
  why:  of 1 revision, none has it as its id, as the beginning of its id, as a tag, a label or in its message; fewer than two characters of an id, or three of a message, name nothing
  fix:  did you mean ${a}  users
`,
    })
  })

  test('two heads', async () => {
    const history = await createHistory([{ id: a, steps: [table('users')] }])
    await history.add({ id: b, parents: [a], message: 'left', steps: [table('l')] })
    await history.add({ id: c, parents: [a], message: 'right', steps: [table('r')] })
    expect(await failing(history, 'up')).toEqual({
      code: 7,
      text: `error TM307 several-heads
  what: the history has 2 heads:
        ${b}  left
        ${c}  right
  why:  migrations were added to the same parent; which of them is meant, and in which order, nobody says
  fix:  name one of them
        or \`heads\` for all of them
        or make them one: tidemark merge
`,
    })
    expect(await tablesOf(history.database)).toEqual([])
    expect((await history.run('up', 'heads')).code).toBe(0)
    expect((await history.run('down')).code).toBe(7)
  })

  test('a revision that is not applied', async () => {
    const history = await createHistory([
      { id: a, message: 'users', steps: [table('users')] },
      { id: b, message: 'devices', steps: [table('devices')] },
    ])
    await history.run('up', a)
    expect(await failing(history, 'down', b)).toEqual({
      code: 2,
      text: `error TM311 reference-out-of-range
  what: revision ${b} (devices) is not applied
  why:  \`down REF\` goes back to REF, which stays applied
  fix:  name an applied revision; \`tidemark history\` shows which are
`,
    })
  })
})

describe('files and ledger that differ', () => {
  test('a migration that was edited after it was applied', async () => {
    const history = await createHistory()
    const file = await history.add({ id: a, message: 'users', steps: [table('users')] })
    await history.add({ id: b, message: 'devices', steps: [table('devices')] })
    await history.run('up', a)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('CREATE TABLE users', '/* laid out anew */ CREATE  TABLE\n users'))
    expect((await history.run('up', '--dry-run')).code).toBe(0)
    await writeFile(file, text.replace('note text', 'note varchar'))
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM308 edited-migration  ${a}
  what: migration ${a} (users) was edited after it was applied
  why:  what the file does now is not what was applied at TIME UTC by WHO at HOST
  fix:  restore the file and put the change into a new migration
        or take it back first (tidemark down uses the way back that the ledger kept), then tidemark up
        or record what it does now as what was applied: tidemark repair
        or go on as it is: --allow TM308
  at:   migrations/MINUTE_${a}_users.ts
`,
    })
    expect((await history.run('down')).stderr).toContain('way back from the ledger: edited file')
    expect((await history.run('up')).code).toBe(0)
  })

  test('a revision in the ledger that has no file', async () => {
    const history = await createHistory([{ id: a, message: 'users', steps: [table('users')] }])
    const file = await history.add({ id: b, message: 'devices', steps: [table('devices')] })
    await history.run('up')
    await history.remove(file)
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM309 missing-migration-file  ${b}
  what: the database holds revision ${b} (devices), and no migration file has it
  why:  it was applied at TIME UTC by WHO at HOST; these files may be of an older checkout or of another branch
  fix:  check out the files that belong to this database
        or take it back (the ledger keeps its way back): tidemark down
        or go on without it: --allow TM309
`,
    })
    expect((await history.run('history')).stdout).toContain('(no file)')
  })

  test('a file that others stand on is gone: the ledger takes its place on the way back', async () => {
    const history = await createHistory([{ id: a, message: 'users', steps: [table('users')] }])
    const file = await history.add({ id: b, message: 'devices', steps: [table('devices')] })
    await history.add({ id: c, message: 'orders', steps: [table('orders')] })
    await history.run('up')
    await history.remove(file)
    expect((await failing(history, 'up')).text).toContain(`revision ${c} names the parent ${b}, and no migration file`)
    expect((await history.run('history')).stdout).toMatch(
      new RegExp(`● {2}${c} .*\\(current, head\\)\n● {2}${b} .*\\(no file\\)\n● {2}${a} `),
    )
    expect((await history.run('current')).stdout).toContain(c)
    expect((await history.run('show', b)).stdout).toContain('known from the ledger only')
    expect(await history.run('repair')).toMatchObject({
      code: 3,
      stdout: expect.stringContaining(`missing       ${b}`),
    })
    expect((await history.run('down', `${c}:base`, '--sql')).stderr).toContain('TM302')
    expect((await history.run('down', a, '--dry-run')).stdout).toContain('(way back from the ledger: no file)')
    expect((await history.run('down', a)).code).toBe(0)
    expect(await tablesOf(history.database)).toEqual(['users'])
    // Now nobody knows it any more.
    expect((await failing(history, 'down')).text).toContain('TM302')
  })

  test('a file that is no migration', async () => {
    const history = await createHistory()
    await mkdir(history.folder)
    await writeFile(join(history.folder, 'notes.ts'), 'export const x = 1\n')
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM304 not-a-migration
  what: the file has no default export
  why:  every file in the migrations folder is a migration
  fix:  write it as \`export default migration({ revision, parents, message }, [ … ])\`
        or move the file elsewhere
  at:   migrations/notes.ts
`,
    })
  })

  test('a migration with a part that is not what it has to be', async () => {
    const history = await createHistory()
    await mkdir(history.folder)
    const text = "export default { revision: 'a', parents: [], message: 'm', labels: 'cart', steps: [] }\n"
    await writeFile(join(history.folder, 'labels.ts'), text)
    expect(await failing(history, 'heads')).toEqual({
      code: 2,
      text: `error TM304 not-a-migration
  what: \`labels\` of the migration is not a list of names
  why:  every file in the migrations folder is a migration
  fix:  write it as \`export default migration({ revision, parents, message }, [ … ])\`
        or move the file elsewhere
  at:   migrations/labels.ts
`,
    })
  })

  test('a ledger of a newer Tidemark', async () => {
    const history = await createHistory([{ id: a, steps: [table('users')] }])
    await history.run('up')
    await history.database.sql`INSERT INTO tidemark.ledger (revision, tool_version) VALUES ('0000000000ff', '99.0.0')`
    await history.add({ id: b, steps: [table('devices')] })
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM325 newer-ledger
  what: the ledger of this database was made by a newer version of Tidemark
  why:  it has the revision 0000000000ff, which this version does not know
  fix:  update tidemark to the version that the others use
`,
    })
  })
})

describe('migrations that cannot run', () => {
  test('a secret that is not set', async () => {
    const secrets = new Sql(['ALTER ROLE x PASSWORD ', { secret: 'NO_SUCH_PASSWORD' }])
    const history = await createHistory([
      { id: a, steps: [table('users')] },
      { id: b, steps: [step(secrets, secrets)] },
    ])
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM313 missing-secret
  what: a secret is not set: NO_SUCH_PASSWORD
  why:  the migrations to run name secrets, which are read from environment variables and written nowhere; nothing was run
  fix:  set the environment variable and run the command again
`,
    })
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('no way back', async () => {
    const history = await createHistory([
      { id: a, steps: [table('users')] },
      { id: b, message: 'lossy', steps: [step('DELETE FROM users', [])] },
    ])
    await history.run('up')
    expect(await failing(history, 'down', 'base')).toEqual({
      code: 10,
      text: `error TM310 no-way-back  ${b}
  what: migration ${b} (lossy) has no way back at step 1; nothing was taken back
  why:  its \`down\` is empty, and Tidemark cannot know what would undo it
  fix:  write its \`down\`; where nothing has to be done, say so: down: sql\`-- nothing to do\`
        or restore a backup
  at:   migrations/MINUTE_${b}_lossy.ts
`,
    })
    expect(await tablesOf(history.database)).toEqual(['users'])
  })

  test('a COMMIT of its own', async () => {
    const history = await createHistory([
      { id: a, message: 'own', steps: [step('CREATE TABLE x (); COMMIT; CREATE TABLE y ()', 'DROP TABLE x, y')] },
    ])
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM312 transaction-control  ${a}
  what: step 1 of migration ${a} (own) holds a statement that a migration cannot run: COMMIT
  why:  each migration runs in a transaction of Tidemark’s, together with its entry in the ledger; nothing was run
  fix:  remove it
        a statement that must be committed before the next one goes into step.alone({ up, down })
  at:   migrations/MINUTE_${a}_own.ts
`,
    })
  })

  test('an index without a name, built concurrently', async () => {
    const history = await createHistory([
      { id: a, message: 'ix', steps: [table('x'), alone('CREATE INDEX CONCURRENTLY ON x (note)', 'SELECT 1')] },
    ])
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM314 cannot-resume  ${a}
  what: step 2 of migration ${a} (ix) builds an index concurrently and gives it no name
  why:  a run that is interrupted could not find it again, and would build a second one
  fix:  name it: CREATE INDEX CONCURRENTLY the_name ON …
  at:   migrations/MINUTE_${a}_ix.ts
`,
    })
  })
})

describe('statements that fail', () => {
  test('say which one, where in the file, and leave nothing half done', async () => {
    const history = await createHistory([
      { id: a, message: 'users', steps: [table('users')] },
      {
        id: b,
        message: 'broken',
        steps: [
          table('devices'),
          step(['SELECT 1', "INSERT INTO users\nVALUES (1, 'x'),\n  (2, nothing)"], 'SELECT 1'),
          table('later'),
        ],
      },
    ])
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `up   ${a}  users  N ms
error TM320 migration-failed  ${b} broken
  what: migration ${b} failed at step 2 of 3; nothing of it was applied
  why:  column "nothing" does not exist (SQLSTATE 42703)
  at:   migrations/MINUTE_${b}_broken.ts:14
        (2, nothing)
`,
    })
    expect(await tablesOf(history.database)).toEqual(['users'])
    expect((await history.run('current')).stdout).toContain(a)
  })

  test('one in the middle of a text that holds several', async () => {
    const history = await createHistory()
    const file = await history.add({
      id: a,
      message: 'rows',
      steps: `[
  step({
    up: sql\`CREATE TABLE t (id int); -- the first one
      INSERT INTO t VALUES (1);
      INSERT INTO t VALUES (2), (3);
      ALTER TABLE t ADD CHECK (id < 3)\`,
    down: sql\`DROP TABLE t\`,
  }),
]`,
    })
    const lines = (await readFile(file, 'utf8')).split('\n')
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM320 migration-failed  ${a} rows
  what: migration ${a} failed at step 1 of 1; nothing of it was applied
  why:  check constraint "t_id_check" of relation "t" is violated by some row (SQLSTATE 23514)
  at:   migrations/${file
    .split('/')
    .at(-1)!
    .replace(/\d{8}T\d{4}_/, 'MINUTE_')}:${lines.findIndex((line) => line.includes('ADD CHECK')) + 1}
        ALTER TABLE t ADD CHECK (id < 3)
`,
    })
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('with the detail and hint of PostgreSQL', async () => {
    const history = await createHistory([
      {
        id: a,
        message: 'unique',
        steps: [step('CREATE TABLE u (id int UNIQUE); INSERT INTO u VALUES (7), (7)', 'DROP TABLE u')],
      },
    ])
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM320 migration-failed  ${a} unique
  what: migration ${a} failed at step 1 of 1; nothing of it was applied
  why:  duplicate key value violates unique constraint "u_id_key" (SQLSTATE 23505)
        Key (id)=(7) already exists.
  at:   migrations/MINUTE_${a}_unique.ts:6
        INSERT INTO u VALUES (7), (7)
`,
    })
  })

  test('only when it is committed', async () => {
    const deferred =
      'CREATE TABLE d (id int PRIMARY KEY, up int REFERENCES d DEFERRABLE INITIALLY DEFERRED); INSERT INTO d VALUES (1, 2)'
    const history = await createHistory([{ id: a, message: 'deferred', steps: [step(deferred, 'DROP TABLE d')] }])
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM320 migration-failed  ${a} deferred
  what: migration ${a} failed when it was to be committed; nothing of it was applied
  why:  insert or update on table "d" violates foreign key constraint "d_up_fkey" (SQLSTATE 23503)
        Key (up)=(2) is not present in table "d".
`,
    })
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('without the value of a secret', async () => {
    const history = await createHistory([
      { id: a, message: 'hush', steps: [step(new Sql(['SELECT ', { secret: 'HUSH' }, '::int']), 'SELECT 1')] },
    ])
    const { stderr } = await history.runWith({ env: { HUSH: 'very-secret-word' } }, 'up')
    expect(stderr).toContain('TM320')
    expect(stderr).not.toContain('very-secret-word')
  })

  test('a step that belongs outside of a transaction', async () => {
    const history = await createHistory([
      { id: a, message: 'ix', steps: [table('x'), step('CREATE INDEX CONCURRENTLY i ON x (note)', 'DROP INDEX i')] },
    ])
    const { text } = await failing(history, 'up')
    expect(text).toContain('fix:  put the statement into a step that stands alone: step.alone({ up, down })')
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('a step alone that fails keeps what came before it, and says so', async () => {
    const rows = step("INSERT INTO x VALUES (1, 'same'), (2, 'same')", 'DELETE FROM x')
    const history = await createHistory([
      {
        id: a,
        message: 'ix',
        steps: [
          table('x'),
          rows,
          alone('CREATE UNIQUE INDEX CONCURRENTLY x_note ON x (note)', 'DROP INDEX CONCURRENTLY x_note'),
        ],
      },
    ])
    expect(await failing(history, 'up')).toEqual({
      code: 2,
      text: `error TM320 migration-failed  ${a} ix
  what: migration ${a} failed at step 3 of 3; what its earlier steps did stays applied
  why:  could not create unique index "x_note" (SQLSTATE 23505)
        Key (note)=(same) is duplicated.
  at:   migrations/MINUTE_${a}_ix.ts:10
        CREATE UNIQUE INDEX CONCURRENTLY x_note ON x (note)
`,
    })
    // The invalid index that PostgreSQL leaves is gone.
    expect(await history.database.sql`SELECT 1 FROM pg_class WHERE relname = 'x_note'`).toHaveLength(0)
    expect((await history.run('history')).stdout).toContain('half applied')
    await history.database.sql`UPDATE x SET note = id::text`
    expect((await history.run('up')).code).toBe(0)
    expect((await history.run('down')).code).toBe(0)
    expect(await tablesOf(history.database)).toEqual([])
  })

  test('a half-applied migration can be taken back', async () => {
    const history = await createHistory([
      {
        id: a,
        message: 'ix',
        steps: [table('x'), alone('CREATE INDEX CONCURRENTLY x_note ON y (note)', 'DROP INDEX CONCURRENTLY x_note')],
      },
    ])
    expect((await history.run('up')).code).toBe(2)
    expect(await tablesOf(history.database)).toEqual(['x'])
    const found = await history.run('current')
    expect(found.stderr).toContain(`${a} (ix) is half applied: tidemark up finishes it, tidemark down takes it back\n`)
    await writeFile(join(history.root, 'schema.ts'), 'export {}\n')
    const { stdout, stderr } = await history.run('check', '--schema', 'schema.ts')
    expect(stdout + stderr).toContain(`the revision ${a} is half applied: ix\n  fix:  finish it: tidemark up\n`)
    expect((await history.run('down')).code).toBe(0)
    expect(await tablesOf(history.database)).toEqual([])
    expect((await history.database.sql`SELECT 1 FROM tidemark.revision`).length).toBe(0)
  })
})

describe('servers that refuse', () => {
  async function urlOfRole(
    history: TestHistory,
    attributes: string,
  ): Promise<{ role: string; env: Record<string, string> }> {
    const role = roleName(attributes.replace(/\W+/g, '_').toLowerCase().slice(0, 12) || 'plain')
    await history.database.sql.unsafe(
      `CREATE ROLE ${role} LOGIN PASSWORD 'x'; ${attributes.replaceAll('<role>', role)}`,
    )
    const url = new URL(withDatabase(serverUrl(), history.database.name))
    url.username = role
    url.password = 'x'
    return { role, env: { DATABASE_URL: url.href } }
  }

  test('read-only', async () => {
    const history = await createHistory([{ id: a, steps: [table('x')] }])
    const { env } = await urlOfRole(history, 'ALTER ROLE <role> SET default_transaction_read_only = on')
    expect(await history.runWith({ env }, 'up')).toEqual({
      code: 2,
      stdout: '',
      stderr: `error TM032 read-only
  what: this server takes no writes
  why:  it is a standby, or default_transaction_read_only is on for the server, the database or the role
  fix:  connect to the primary, or with a role that may write
`,
    })
  })

  test('a role that may not make the ledger', async () => {
    const history = await createHistory([{ id: a, steps: [table('x')] }])
    const { env } = await urlOfRole(history, '')
    expect(await history.runWith({ env }, 'up')).toEqual({
      code: 2,
      stdout: '',
      stderr: `error TM031 missing-privilege
  what: the ledger (the schema tidemark) could not be made in this database; nothing was run
  why:  permission denied for database ${history.database.name} (SQLSTATE 42501)
  fix:  let the role create the schema tidemark: GRANT CREATE ON DATABASE … TO …
`,
    })
  })

  test('a role that may not do what a migration does', async () => {
    const history = await createHistory([{ id: a, message: 'mine', steps: [step('DROP TABLE theirs', 'SELECT 1')] }])
    await history.database.sql`CREATE TABLE theirs ()`
    const { env } = await urlOfRole(history, `GRANT CREATE ON DATABASE ${history.database.name} TO <role>`)
    const { stderr, code } = await history.runWith({ env }, 'up')
    expect({ code, text: plain(stderr) }).toEqual({
      code: 2,
      text: `error TM031 missing-privilege  ${a} mine
  what: migration ${a} failed at step 1 of 1; nothing of it was applied
  why:  must be owner of table theirs (SQLSTATE 42501)
  fix:  log in as the owner of the object or as a role that is a member of it, or let its owner grant what is missing
  at:   migrations/MINUTE_${a}_mine.ts:6
        DROP TABLE theirs
`,
    })
  })
})
