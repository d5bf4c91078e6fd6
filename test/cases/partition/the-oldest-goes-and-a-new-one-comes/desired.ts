import { list, maxvalue, minvalue, partition, range, table } from 'tidemark'

export const readings = table(
  'readings',
  (c) => ({ device: c.integer().notNull(), ts: c.timestamptz().notNull() }),
  (t) => ({ partitionBy: range(t.ts, t.device) }),
)
export const september = partition('readings_09')
  .of(readings)
  .from('2026-09-01 00:00Z', minvalue)
  .to('2026-10-01 00:00Z', minvalue)
export const october = partition('readings_10')
  .of(readings)
  .from('2026-10-01 00:00Z', minvalue)
  .to('2026-11-01 00:00Z', maxvalue)
export const states = table(
  'states',
  (c) => ({ name: c.text() }),
  (t) => ({ partitionBy: list(t.name) }),
)
export const on = partition('states_on').of(states).in('on')
export const off = partition('states_off').of(states).in('off', 'away')
