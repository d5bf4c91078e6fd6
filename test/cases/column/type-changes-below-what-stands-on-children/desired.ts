import { fn, partition, policy, range, rule, sql, table, trigger, view } from 'tidemark'

export const noted = fn('noted', { returns: 'trigger', language: 'plpgsql', body: sql`BEGIN RETURN NEW; END` })
export const things = table(
  'things',
  (c) => ({ id: c.bigint(), at: c.date() }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const january = partition('things_1')
  .of(things, (t) => ({
    policies: [policy('allowed').using(sql`id > 0`)],
    triggers: [
      trigger('noted')
        .before('update')
        .of(t.id)
        .forEach('row')
        .when(sql`NEW.id > 0`)
        .execute(noted),
    ],
    parts: [
      rule('kept')
        .on('delete')
        .where(sql`OLD.id > 100`)
        .instead(),
    ],
  }))
  .from('2026-01-01')
  .to('2026-02-01')
export const positive = view('positive', sql`SELECT 1 AS one FROM things_1 WHERE id > 0`)
export const animals = table('animals', (c) => ({ id: c.bigint() }))
export const cats = table(
  'cats',
  () => ({}),
  () => ({ inherits: [animals], policies: [policy('allowed').using(sql`id > 0`)] }),
)
export const kittens = table(
  'kittens',
  () => ({}),
  () => ({ inherits: [cats] }),
)
export const firstCats = view('first_cats', sql`SELECT 1 AS one FROM kittens WHERE id < 10`)
