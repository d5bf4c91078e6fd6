import { check, policy, sql, table, trigger, type NewRow, type Row } from 'tidemark'
import { touchUpdatedAt } from './functions.js'
import { reader } from './roles.js'

export const users = table(
  'users',
  (c) => ({
    id: c
      .uuid()
      .primaryKey()
      .default(sql`gen_random_uuid()`),
    tenant_id: c.uuid().notNull(),
    email: c.text().notNull().unique(),
    email_domain: c.text().generatedAs(sql`lower(split_part(email, '@', 2))`),
    role: c.text<'admin' | 'operator' | 'viewer'>().notNull().default('viewer'),
    created_at: c
      .timestamptz()
      .notNull()
      .default(sql`now()`),
    updated_at: c
      .timestamptz()
      .notNull()
      .default(sql`now()`),
  }),
  () => ({
    constraints: [
      check('users_email_check', sql`email LIKE '%_@_%'`),
      check('users_role_check', sql`role IN ('admin', 'operator', 'viewer')`),
    ],
    triggers: [trigger('users_touch').before('update').forEach('row').execute(touchUpdatedAt)],
    rowSecurity: true,
    policies: [
      policy('users_of_tenant')
        .for('select')
        .to(reader)
        .using(sql`tenant_id = current_setting('app.tenant', true)::uuid`),
    ],
  }),
)

export type User = Row<typeof users>
export type NewUser = NewRow<typeof users>
