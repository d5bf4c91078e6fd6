import postgres from 'postgres'
import { expect, test } from 'vitest'
import { testedMajor } from '../support/embedded.js'
import { apply, comparable, createSubject, planBetween, readSide, type Subject } from '../support/transition.js'
import type { Side } from '../../src/plan/side.js'

/** From one state to the other and back, as the steps say. */
async function thereAndBack(subject: Subject, change: string): Promise<{ first: Side; second: Side }> {
  const first = await readSide(subject)
  await subject.sql.unsafe(change)
  const second = await readSide(subject)
  const { steps } = planBetween(second, first)
  await apply(subject, steps, 'up')
  expect(comparable((await readSide(subject)).snapshot)).toEqual(comparable(first.snapshot))
  await apply(subject, steps, 'down')
  expect(comparable((await readSide(subject)).snapshot)).toEqual(comparable(second.snapshot))
  return { first, second }
}

test.skipIf(testedMajor < 15)('what lies in a tablespace moves there and back', async () => {
  const subject = await createSubject(`
    CREATE TABLE t (id integer PRIMARY KEY); CREATE INDEX i ON t (id); CREATE MATERIALIZED VIEW m AS SELECT id FROM t`)
  const space = subject.rolePrefix + 'space'
  const session = await subject.sql.reserve()
  await session.unsafe('SET allow_in_place_tablespaces = on')
  await session.unsafe(`CREATE TABLESPACE ${space} LOCATION ''`)
  session.release()
  try {
    const { second } = await thereAndBack(
      subject,
      `ALTER TABLE t SET TABLESPACE ${space}; ALTER INDEX i SET TABLESPACE ${space}; ALTER INDEX t_pkey SET TABLESPACE ${space};
       ALTER MATERIALIZED VIEW m SET TABLESPACE ${space}`,
    )
    for (const id of ['table public.t', 'index public.i', 'constraint public.t.t_pkey', 'materialized-view public.m'])
      expect(second.get(id)?.attributes).toHaveProperty('tablespace', space)
  } finally {
    await subject.sql.unsafe(`DROP TABLE t CASCADE`)
    await subject.sql.unsafe(`DROP TABLESPACE ${space}`)
  }
})

test('a detachment that was broken off is finished', async () => {
  const subject = await createSubject(`
    CREATE TABLE p (id integer) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9)`)
  const other = postgres(subject.url, { max: 1 })
  await other.begin(async (reader) => {
    await reader.unsafe('SELECT * FROM p')
    await subject.sql.unsafe(`ALTER DATABASE ${subject.name} SET statement_timeout = '300ms'`)
    const owner = postgres(subject.url, { max: 1 })
    await expect(owner.unsafe('ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY')).rejects.toThrow('timeout')
    await owner.end()
  })
  await other.end()
  const pending = await readSide(subject)
  expect(pending.get('partition public.p1')?.attributes).toHaveProperty('detachPending', true)
  const whole = await createSubject(`
    CREATE TABLE p (id integer) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9)`)
  const desired = await readSide(whole)
  await apply(subject, planBetween(pending, desired).steps, 'up')
  expect(comparable((await readSide(subject)).snapshot)).toEqual(comparable(desired.snapshot))
})
