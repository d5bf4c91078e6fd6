import { fn, inheritedTrigger, partition, range, sql, table, trigger } from 'tidemark'

export const touch = fn('touch', { returns: 'trigger', language: 'plpgsql', body: sql` BEGIN RETURN NEW; END ` })
export const p = table(
  'p',
  (c) => ({ id: c.integer(), at: c.date() }),
  (t) => ({
    partitionBy: range(t.at),
    triggers: [
      trigger('touch').before('insert').forEach('row').execute(touch).enabled('always'),
      trigger('other').after('insert', 'update').forEach('row').execute(touch),
    ],
  }),
)
export const p1 = partition('p1')
  .of(p, () => ({ triggers: [inheritedTrigger('touch').enabled('disabled')] }))
  .from('2026-01-01')
  .to('2026-02-01')
export const p2 = partition('p2')
  .of(p, () => ({ triggers: [inheritedTrigger('touch').enabled('replica')] }))
  .from('2026-02-01')
  .to('2026-03-01')
export const deep = table(
  'deep',
  (c) => ({ id: c.integer(), at: c.date() }),
  (t) => ({
    partitionBy: range(t.at),
    triggers: [trigger('touch').before('insert').forEach('row').execute(touch).enabled('always')],
  }),
)
export const deeper = partition('deeper')
  .of(deep, (t) => ({ partitionBy: range(t.at) }))
  .from('2026-01-01')
  .to('2027-01-01')
export const deepest = partition('deepest')
  .of(deeper, () => ({ triggers: [inheritedTrigger('touch').enabled('disabled')] }))
  .from('2026-01-01')
  .to('2026-02-01')
