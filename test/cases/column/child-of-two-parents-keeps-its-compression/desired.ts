import { inherited, table } from 'tidemark'

export const things = table('things', (c) => ({ id: c.bigint() }))
export const texts = table('texts', (c) => ({ body: c.text().compression('pglz') }))
export const letters = table(
  'letters',
  () => ({ ...inherited(things), ...inherited(texts), body: inherited(texts).body.compression() }),
  () => ({ inherits: [things, texts] }),
)
