import { schema, statistics, table } from 'tidemark'

const app = schema('app')

export const places = table(
  app('places'),
  (c) => ({ city: c.text(), zip: c.text(), land: c.text() }),
  (t) => ({ parts: [statistics(schema('public')('of_cities')).on(t.city, t.zip).of('dependencies')] }),
)
