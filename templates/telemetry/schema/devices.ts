import { check, comment, grant, index, policy, sql, table, trigger, type Row } from 'tidemark'
import { recordDeviceChange, touchUpdatedAt } from './functions.js'
import { reader, writer } from './roles.js'
import { users } from './users.js'

export const devices = table(
  'devices',
  (c) => ({
    device_uid: c.text().primaryKey(),
    tenant_id: c.uuid().notNull(),
    owner_id: c
      .uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    name: c.text().notNull(),
    model: c.text(),
    created_at: c
      .timestamptz()
      .notNull()
      .default(sql`now()`),
    updated_at: c
      .timestamptz()
      .notNull()
      .default(sql`now()`),
  }),
  (t) => ({
    constraints: [check('devices_uid_check', sql`device_uid ~ '^[A-Za-z0-9:_-]{1,64}$'`)],
    indexes: [index('devices_tenant_idx').on(t.tenant_id, t.name), index('devices_owner_idx').on(t.owner_id)],
    triggers: [
      trigger('devices_touch').before('update').forEach('row').execute(touchUpdatedAt),
      trigger('devices_record').after('insert', 'update', 'delete').forEach('row').execute(recordDeviceChange),
    ],
    // The writer has to find the tenant of a device, and nothing more.
    grants: [grant(writer).onColumns(t.device_uid, t.tenant_id).to('select')],
    rowSecurity: true,
    policies: [
      policy('devices_of_tenant')
        .for('select')
        .to(reader, writer)
        .using(sql`tenant_id = current_setting('app.tenant', true)::uuid`),
    ],
  }),
)

export const deviceChanges = table(
  'device_changes',
  (c) => ({
    id: c.bigint().identityAlways().primaryKey(),
    device_uid: c.text().notNull(),
    tenant_id: c.uuid().notNull(),
    action: c.text<'insert' | 'update' | 'delete'>().notNull(),
    changed_at: c
      .timestamptz()
      .notNull()
      .default(sql`now()`),
    changed_by: c.text().notNull(),
    before: c.jsonb(),
    after: c.jsonb(),
  }),
  (t) => ({
    indexes: [index('device_changes_device_idx').on(t.device_uid, t.changed_at.desc())],
    rowSecurity: true,
    policies: [
      policy('device_changes_of_tenant')
        .for('select')
        .to(reader)
        .using(sql`tenant_id = current_setting('app.tenant', true)::uuid`),
    ],
    parts: [comment('Who changed a device, when, and what it was before')],
  }),
)

export type Device = Row<typeof devices>
