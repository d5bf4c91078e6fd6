import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/database/connect.js'
import { byHandNotes } from '../../src/partitions/by-hand.js'
import { asking } from '../../src/runner/ask.js'
import { createDatabase } from '../support/database.js'
import { databaseWithLedger, setPolicy } from './support.js'

async function notes(url: string, hasPolicies: boolean): Promise<readonly string[]> {
  const connection = await connect(url)
  onTestFinished(() => connection.close())
  const found = await byHandNotes(asking(connection), hasPolicies)
  return found.map(({ code, what, fix }) => `${code} ${what}; ${[fix].flat()[0]}`)
}

test('rows in the default partition of a table whose partitions are declared by hand', async () => {
  const { url, sql } = await createDatabase(`
    CREATE TABLE events (day date, note text) PARTITION BY RANGE (day);
    CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    CREATE TABLE events_rest PARTITION OF events DEFAULT;
    CREATE TABLE scores (n integer) PARTITION BY RANGE (n);
    CREATE TABLE scores_rest PARTITION OF scores DEFAULT;
    INSERT INTO scores VALUES (1);
    INSERT INTO events VALUES ('2026-05-05', 'in its place')`)
  expect(await notes(url, false)).toEqual([])
  await sql`INSERT INTO events VALUES ('2027-05-05', 'late')`
  const late = 'TM408 public.events_rest holds 1 row that no other partition of public.events took'
  expect(await notes(url, false)).toEqual([
    `${late}; declare a partition for their time, and let tidemark autogenerate write the migration, which moves them there`,
  ])
  await sql`INSERT INTO events VALUES (NULL, 'without a key')`
  expect(await notes(url, false)).toEqual([
    'TM408 public.events_rest holds 2 rows that no other partition of public.events took, 1 without a key; give the rows without a key one, and declare day as notNull()',
  ])
})

test('the default partition of a policy is left to the policy', async () => {
  const { url, sql } = await databaseWithLedger(`
    CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
    CREATE TABLE events_rest PARTITION OF events DEFAULT;
    INSERT INTO events VALUES ('2027-05-05')`)
  expect(await notes(url, true)).toHaveLength(1)
  await setPolicy(sql, 'events', { column_name: 'day', every: '1 month', default_partition: true })
  expect(await notes(url, true)).toEqual([])
})
