import { check, domain, index, sql, table, view } from 'tidemark'

export const state = domain('state', (c) => c.text(), {
  checks: [check('known', sql`VALUE IN ('new', 'done')`)],
})

export const jobs = table(
  'jobs',
  (c) => ({
    id: c.integer().primaryKey(),
    state: c.type(state).notNull().default('new'),
    states: c.type(state).array(),
  }),
  (t) => ({ indexes: [index('jobs_state').on(t.state)] }),
)

export const open = view('open', sql`SELECT id FROM jobs WHERE state = 'new'`)
