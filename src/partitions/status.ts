import type { Ask } from '../runner/backends.js'
import { readHealth, type Health } from './health.js'
import { clock, nameOf, policies, tableName, type PartitionScope } from './plan.js'

/** One partition; bounds are times (ISO 8601, UTC) or, of an integer key, numbers. */
export interface PartitionState {
  readonly name: string
  readonly state: 'past' | 'current' | 'ahead' | 'default' | 'detaching'
  /** Null is without bound. */
  readonly from: string | null
  readonly to: string | null
  /** The same as clocks show it in the time zone of the policy. */
  readonly localFrom: string | null
  readonly localTo: string | null
  /** As the server estimates it, counted where rows are astray; null where it was never analysed and is not empty. */
  readonly rows: number | null
  readonly bytes: number
}

/** A partition that was let go and is kept, or is on its way; not one that somebody dropped. */
export interface FormerPartition {
  /** As the table is called now, or was when it was archived. */
  readonly name: string
  readonly from: string
  readonly to: string
  readonly state: 'leaving' | 'detached' | 'archived' | 'restored'
  readonly location: string | null
  /** Of a table that is still there. */
  readonly bytes: number | null
}

export interface PartitionStatus extends Omit<Health, 'partitions'> {
  readonly column: string
  readonly premake: number
  readonly retain: string | null
  readonly expired: string
  readonly destination: string | null
  readonly timeZone: string
  readonly partitions: readonly PartitionState[]
  readonly former: readonly FormerPartition[]
}

type Policy = Pick<
  PartitionStatus,
  'table' | 'column' | 'premake' | 'retain' | 'expired' | 'destination' | 'timeZone' | 'partitions' | 'former'
>

/** Everything about the partitions of every table with a policy. */
export async function readStatus(ask: Ask, scope: PartitionScope = {}): Promise<readonly PartitionStatus[]> {
  const health = await readHealth(ask, scope)
  if (health.length === 0) return []
  const rows = await ask<Policy>(`
    select ${tableName} as table, (p).column_name as column, (p).premake, (p).retain, (p).expired, (p).destination, (p).time_zone as "timeZone",
           (select coalesce(json_agg(json_build_object(
                     'name', s.name, 'from', s.lower_text, 'to', s.upper_text, 'localFrom', s.lower_local, 'localTo', s.upper_local, 'rows', s.rows, 'bytes', s.bytes,
                     'state', case when s.is_default then 'default' when s.detaching then 'detaching'
                                   when s.lower_bound > l.now_at then 'ahead' when s.upper_bound <= l.now_at then 'past'
                                   else 'current' end) order by s.is_default, s.lower_bound nulls first), '[]')
              from (select c.*, ${nameOf('c.partition')} as name, ${size} as bytes, ${estimate} as rows,
                           ${shown('c.lower_bound')} as lower_text, ${shown('c.upper_bound')} as upper_text,
                           ${shown('c.lower_bound', zone)} as lower_local, ${shown('c.upper_bound', zone)} as upper_local
                      from tidemark.partitions(p) c join pg_class k on k.oid = c.partition) s) as partitions,
           (select coalesce(json_agg(json_build_object(
                     'name', coalesce(${nameOf('k.oid')}, f.partition), 'from', f.lower_bound, 'to', f.upper_bound, 'state', f.state,
                     'location', f.archive ->> 'location', 'bytes', ${size}) order by f.id), '[]')
              from tidemark.former_partition f left join pg_class k on k.oid = f.relation
             where f.schema_name = (p).schema_name and f.table_name = (p).table_name
               and (f.state <> 'detached' or k.oid is not null)) as former
      from ${policies(scope)}
      cross join lateral tidemark.partition_limits(p, ${clock(scope)}) l
      cross join lateral (select tidemark.partition_key(p) as holds offset 0) key`)
  const found = new Map(rows.map((row) => [row.table, row]))
  return health.map((item) => exact({ ...item, ...found.get(item.table)! }))
}

/** The rows of the default partition, and of those that lie far ahead, were counted. */
const exact = (status: PartitionStatus): PartitionStatus => ({
  ...status,
  partitions: status.partitions.map((partition) => {
    const counted = status.stray.find((item) => item.partition === partition.name)?.rows
    return { ...partition, rows: counted ?? (partition.state === 'default' ? 0 : partition.rows) }
  }),
})

/** Of what holds rows: a partition, or those below it. */
const size = `
  case k.relkind when 'p' then (select sum(pg_total_relation_size(t.relid)) from pg_partition_tree(k.oid) t where t.isleaf)
                 else pg_total_relation_size(k.oid) end::float8`
const estimate = `
  case k.relkind when 'p' then (select case when bool_and(b.reltuples >= 0 or pg_relation_size(b.oid) = 0) then sum(greatest(b.reltuples, 0)) end
                                  from pg_partition_tree(k.oid) t join pg_class b on b.oid = t.relid where t.isleaf)
                 else case when pg_relation_size(k.oid) = 0 then 0 else nullif(k.reltuples, -1) end end::float8`

/** The time zone in which periods begin (see `tidemark.partition_periods`). */
const zone = `case when (p).every ~ 'hour' or holds in ('timestamp', 'date') then 'UTC' else (p).time_zone end`

/** A position for people: a time without what says nothing, or a number. */
const shown = (position: string, at = `'UTC'`): string =>
  `case when holds = 'id' then trunc(${position})::text
        else regexp_replace(to_char(to_timestamp(${position}) at time zone ${at}, 'YYYY-MM-DD HH24:MI'), ' 00:00$', '') end`
