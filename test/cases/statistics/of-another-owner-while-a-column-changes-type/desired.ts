import { grant, owner, role, schema, statistics, table } from 'tidemark'

export const app = role('case_app')
export const publicly = schema('public').with(grant(app).to('create'))
export const t = table(
  't',
  (c) => ({ a: c.bigint(), b: c.integer() }),
  (t) => ({ parts: [owner(app), statistics('s').on(t.a, t.b).with(owner(app))] }),
)
export const mine = table(
  'mine',
  (c) => ({ a: c.bigint(), b: c.integer() }),
  (t) => ({ parts: [statistics('own').on(t.a, t.b)] }),
)
