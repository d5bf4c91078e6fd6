import { table } from 'tidemark'

export const trips = table('trips', (c) => ({
  id: c.integer(),
  speed: c.integer(),
  kind: c.varchar(10),
  during: c.int4range(),
}))
