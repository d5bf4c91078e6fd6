import { domain, enumType, partition, range, rangeType, table } from 'tidemark'

export const mood = enumType('mood', ['sad', 'ok'])
export const moods = domain('moods', (c) => c.type(mood).array())
export const span = rangeType('span', { subtype: mood })
export const events = table(
  'events',
  (c) => ({ at: c.date().notNull(), mood: c.type(mood), more: c.type(moods), during: c.type(span) }),
  (t) => ({ partitionBy: range(t.at) }),
)
export const march = partition('events_3').of(events).from('2026-03-01').to('2026-04-01')
export const rest = partition('events_default').of(events).default()
