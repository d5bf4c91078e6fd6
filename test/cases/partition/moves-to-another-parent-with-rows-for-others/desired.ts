import { fn, partition, range, sql, table, trigger } from 'tidemark'

export const seen = table('seen', (c) => ({ day: c.date() }))
export const note = fn('note', {
  language: 'plpgsql',
  returns: 'trigger',
  body: sql`BEGIN INSERT INTO public.seen VALUES (NEW.day); RETURN NULL; END`,
})
export const live = table(
  'live',
  (c) => ({ id: c.integer(), day: c.date() }),
  (t) => ({ partitionBy: range(t.day) }),
)
export const old = table(
  'old',
  (c) => ({ id: c.integer(), day: c.date() }),
  (t) => ({
    partitionBy: range(t.day),
    triggers: [trigger('note').after('insert').forEach('row').execute(note)],
  }),
)
export const days = partition('days').of(old).from('2025-01-01').to('2025-07-01')
export const old2025 = partition('old_2025').of(old).from('2025-07-01').to('2026-01-01')
