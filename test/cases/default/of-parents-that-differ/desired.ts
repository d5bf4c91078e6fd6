import { table } from 'tidemark'

export const named = table('named', (c) => ({ label: c.text().default('a'), note: c.text().default('x') }))
export const titled = table('titled', (c) => ({ label: c.text().default('b'), note: c.text().default('y') }))
export const leaflet = table(
  'leaflet',
  (c) => ({ label: c.text().default('c'), note: c.text().default(null) }),
  () => ({ inherits: [named, titled] }),
)
