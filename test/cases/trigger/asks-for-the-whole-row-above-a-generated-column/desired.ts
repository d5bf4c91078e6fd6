import { index, sql, table, trigger } from 'tidemark'

export const users = table(
  'users',
  (c) => ({ id: c.integer(), twice: c.integer().generatedAs(sql`id * 2`) }),
  (t) => ({
    indexes: [index('users_twice').on(t.twice)],
    triggers: [
      trigger('touches')
        .before('update')
        .forEach('row')
        .when(sql`OLD.* IS DISTINCT FROM NEW.*`)
        .execute('suppress_redundant_updates_trigger'),
    ],
  }),
)
