import { comment, grant, index, policy, sql, telemetry, unique, type NewRow, type Row } from 'tidemark'
import { devices } from './devices.js'
import { reader, writer } from './roles.js'

/** What a device sends. */
export interface Payload {
  temperature?: number
  humidity?: number
  [measure: string]: unknown
}

export const readings = telemetry(
  'telemetry',
  (c) => ({
    device_uid: c
      .text()
      .notNull()
      .references(() => devices.device_uid),
    tenant_id: c.uuid().notNull(),
    msg_id: c.text().notNull(),
    payload: c.jsonb<Payload>().notNull(),
    temperature: c.numeric().generatedAs(sql`(payload ->> 'temperature')::numeric`),
    ts: c
      .timestamptz()
      .notNull()
      .default(sql`now()`),
  }),
  (t) => ({
    // A partition a month, three of them ahead (`tidemark partitions`). What is older than 90 days goes to Parquet files; a bucket
    // is written s3://bucket/prefix. The default partition takes what comes from devices with a wrong clock.
    partitionBy: {
      column: t.ts,
      every: '1 month',
      premake: 3,
      retain: '90 days',
      expired: { archive: './archive' },
      default: true,
      // Rows are only ever added: pages are filled, and vacuumed soon so that index-only scans stay fast.
      each: { options: { fillfactor: 100, autovacuum_vacuum_insert_scale_factor: 0.05 } },
    },
    // A key of a partitioned table has to contain ts: a message that is sent again has to carry the ts of the first time.
    constraints: [unique('telemetry_device_msg_key').on(t.device_uid, t.msg_id, t.ts)],
    indexes: [
      index('telemetry_device_ts_idx').on(t.device_uid, t.ts.desc()),
      index('telemetry_payload_idx').using('gin', t.payload.op('jsonb_path_ops')),
      // Rows arrive in the order of ts, so that a few pages of BRIN do what a B-tree of the table's size would.
      index('telemetry_ts_idx').using('brin', t.ts),
    ],
    grants: [grant(writer).to('insert')],
    rowSecurity: true,
    policies: [
      policy('telemetry_of_tenant')
        .for('select')
        .to(reader)
        .using(sql`tenant_id = current_setting('app.tenant', true)::uuid`),
      policy('telemetry_into_tenant')
        .for('insert')
        .to(writer)
        .withCheck(sql`tenant_id = current_setting('app.tenant', true)::uuid`),
    ],
    parts: [comment('Messages of devices, a partition a month')],
  }),
)

export type Reading = Row<typeof readings>
export type NewReading = NewRow<typeof readings>
