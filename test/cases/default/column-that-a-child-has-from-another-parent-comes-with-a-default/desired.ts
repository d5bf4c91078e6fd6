import { inherited, table } from 'tidemark'

export const moods = table('moods', (c) => ({ id: c.bigint(), mood: c.text() }))
export const people = table('people', (c) => ({ name: c.text(), mood: c.text().default('sad') }))
export const moody = table(
  'moody',
  () => ({ ...inherited(moods), ...inherited(people), mood: inherited(people).mood.default('sad') }),
  () => ({ inherits: [moods, people] }),
)
