import { check, comment, compositeType, domain, enumType, fn, index, policy, sql, table, view } from 'tidemark'

export const mood = enumType('mood', ['happy', 'sad', 'ok']).with(comment('How somebody feels'))

export const state = domain('state', (c) => c.type(mood).default('ok'), {
  checks: [check('not_sad', sql`VALUE <> 'sad'`)],
})

export const pair = compositeType('pair', (c) => ({ a: c.type(mood).with(comment('The first')), b: c.type(state) }))

export const isOk = fn('is_ok', {
  args: [mood],
  returns: 'boolean',
  language: 'sql',
  volatility: 'immutable',
  body: sql`SELECT $1 = 'ok'`,
})

export const moods = table('moods', (c) => ({ mood: c.type(mood).primaryKey() }))

export const people = table(
  'people',
  (c) => ({
    id: c.integer().primaryKey(),
    mood: c
      .type(mood)
      .notNull()
      .default('ok')
      .references(() => moods.mood),
    moods: c
      .type(mood)
      .array()
      .default(sql`ARRAY['ok'::mood]`),
    state: c.type(state),
    pair: c.type(pair),
    pairs: c.type(pair).array(),
    fine: c.boolean().generatedAs(sql`mood = 'ok'`),
  }),
  (t) => ({
    constraints: [check('not_gone', sql`mood <> 'ok' OR id > 0`)],
    indexes: [
      index('people_mood_idx').on(t.mood),
      index('people_ok_idx')
        .on(sql`is_ok(mood)`)
        .where(sql`mood <> 'sad'`),
    ],
    policies: [policy('visible').using(sql`mood <> 'sad'`)],
  }),
)

export const finePeople = view('fine_people', sql`SELECT id, mood FROM people WHERE mood = 'ok'`)
