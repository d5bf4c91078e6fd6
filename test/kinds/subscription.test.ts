import { expect, onTestFinished, test } from 'vitest'
import { loadDeclared } from '../../src/desired/desired.js'
import { kinds } from '../../src/kinds/index.js'
import { pullFiles } from '../../src/pull/pull.js'
import { isHarmless } from '../../src/kinds/subscription/connection.js'
import { createProject } from '../support/project.js'
import {
  apply,
  buildSide,
  comparable,
  createSubject,
  planBetween,
  readSide,
  type Subject,
} from '../support/transition.js'

const declarations = `
import { comment, subscription } from 'tidemark'

export const kept = subscription('sub_kept', {
  connection: 'host=localhost dbname=other',
  publications: ['two', 'one'],
  slot: 'of_old',
  binary: true,
  synchronousCommit: 'local',
}).with(comment('still kept'))
export const fresh = subscription('sub_fresh', { connection: "host=localhost application_name='its'", publications: ['one'], slot: false })
`

/** A database with a subscription cannot be dropped. */
function dropSubscriptionsAfter(subject: Subject): void {
  onTestFinished(async () => {
    const found = await subject.sql<{ name: string }[]>`
      SELECT quote_ident(subname) AS name FROM pg_subscription
       WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())`
    for (const { name } of found)
      await subject.sql
        .unsafe(`ALTER SUBSCRIPTION ${name} DISABLE; ALTER SUBSCRIPTION ${name} SET (slot_name = NONE)`)
        .simple()
    for (const { name } of found) await subject.sql.unsafe(`DROP SUBSCRIPTION ${name}`)
  })
}

test('a subscription is made, altered and dropped without a connection to its publisher', async () => {
  const subject = await createSubject(`
    CREATE SUBSCRIPTION sub_kept CONNECTION 'host=localhost dbname=postgres' PUBLICATION one WITH (connect = false, slot_name = NONE);
    COMMENT ON SUBSCRIPTION sub_kept IS 'kept'`)
  dropSubscriptionsAfter(subject)
  const scratch = await createSubject()
  const folder = await createProject({ 'schema.ts': declarations })
  const desired = await buildSide(await loadDeclared(folder, subject.server.version, kinds), scratch)
  const before = await readSide(subject)
  const { steps } = planBetween(before, desired)
  await apply(subject, steps, 'up')
  const after = await readSide(subject)
  expect(comparable(after.snapshot, desired.snapshot)).toEqual(comparable(desired.snapshot))
  expect(planBetween(after, desired).changes).toEqual([])
  expect(steps.flatMap(({ up }) => up.map((statement) => statement.text()))).toEqual([
    `ALTER SUBSCRIPTION sub_kept CONNECTION 'host=localhost dbname=other'`,
    `ALTER SUBSCRIPTION sub_kept SET PUBLICATION one, two WITH (refresh = false)`,
    `ALTER SUBSCRIPTION sub_kept SET (slot_name = 'of_old')`,
    `ALTER SUBSCRIPTION sub_kept SET (synchronous_commit = 'local')`,
    `ALTER SUBSCRIPTION sub_kept SET (binary = true)`,
    `COMMENT ON SUBSCRIPTION sub_kept IS 'still kept'`,
    `CREATE SUBSCRIPTION sub_fresh CONNECTION 'host=localhost application_name=''its''' PUBLICATION one WITH (connect = false, slot_name = NONE)`,
  ])
  await apply(subject, steps, 'down')
  const back = await readSide(subject)
  expect(comparable(back.snapshot)).toEqual(comparable(before.snapshot))
})

test('a connection string that may hold a password is nowhere to be seen', async () => {
  const subject = await createSubject(
    `CREATE SUBSCRIPTION sub_secret CONNECTION 'host=h password=hidden' PUBLICATION one WITH (connect = false, slot_name = NONE)`,
  )
  dropSubscriptionsAfter(subject)
  const { snapshot } = await readSide(subject)
  expect(JSON.stringify([...snapshot.objects])).not.toContain('hidden')
  const { files } = pullFiles(snapshot, kinds, [])
  expect(files.get('publications.ts')).toContain(`connection: secret('SUB_SECRET_CONNECTION')`)
})

test.each([
  ['host=a port=5432 dbname=b user=c', true],
  [`host = 'a b' application_name=\\'x`, true],
  ['host=a password=b', false],
  ['host=a passfile=/x', false],
  ['postgres://a:b@c/d', false],
  ['service=x', false],
])('%s is harmless: %s', (connection, expected) => {
  expect(isHarmless(connection)).toBe(expected)
})
