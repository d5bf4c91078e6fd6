import { expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read.js'
import { rereading } from '../../src/catalog/view.js'
import { connect } from '../../src/database/connect.js'
import type { Database } from '../../src/database/database.js'
import { kinds } from '../../src/kinds/index.js'
import { createDatabase } from '../support/database.js'

const read = (database: Database) =>
  readCatalog(database, kinds, async ({ snapshot, dependencies }) => ({
    // Roles belong to the whole server: other tests make some.
    objects: [...snapshot.objects].filter(([id]) => !/^(role|membership) /.test(id)),
    dependencies: await dependencies(),
  }))

test('queries that are prepared see all that has changed since', async () => {
  const { url, sql } = await createDatabase()
  const database = await connect(url, { max: 1 })
  const again = rereading(database)
  for (const text of [
    'SELECT 1',
    'CREATE SCHEMA app; CREATE TABLE app.users (id integer PRIMARY KEY, name text)',
    'ALTER TABLE app.users ALTER name SET DEFAULT current_user; CREATE VIEW app.names AS SELECT name FROM app.users',
    'CREATE FUNCTION app.same(a integer, b integer) RETURNS boolean LANGUAGE sql RETURN a = b',
    'CREATE OPERATOR app.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = app.same)',
    'DROP SCHEMA app CASCADE',
  ]) {
    await sql.unsafe(text)
    expect(await read(again)).toEqual(await read(database))
  }
  await database.close()
})

test('what a server keeps for itself among the options of a column is not read', async () => {
  const { url, sql } = await createDatabase()
  const database = await connect(url, { max: 1 })
  await sql.unsafe('CREATE TABLE t (id integer, n integer); CREATE VIEW v AS SELECT id FROM t')
  await sql.unsafe('ALTER TABLE t ALTER n SET (n_distinct = 5)')
  const before = await read(database)
  // As servers from 15.20 on write it.
  await sql.unsafe(`UPDATE pg_attribute SET attoptions = '{pg_attver=467028144}' || coalesce(attoptions, '{}')
    WHERE attrelid IN ('t'::regclass, 'v'::regclass) AND attnum > 0`)
  expect(await read(database)).toEqual(before)
  expect(new Map(before.objects).get('column public.t.n')!.attributes).toMatchObject({ options: ['n_distinct=5'] })
  await database.close()
})
