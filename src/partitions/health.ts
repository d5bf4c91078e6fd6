import type { Ask } from '../runner/backends.js'
import { quoteLiteral } from '../sql/identifier.js'
import { readMissingIndexes } from './indexes.js'
import { clock, policies, readPlan, tableName, type PartitionAction, type PartitionScope } from './plan.js'

/** Rows that are where they should not be. */
export interface StrayRows {
  /** The default partition, or one beyond those that the policy wants ready. */
  readonly partition: string
  readonly rows: number
  /** Of these, how many lie beyond the partitions that the policy wants ready. */
  readonly farAhead: number
  /** Of these, how many have no key. */
  readonly withoutKey: number
}

/** How a table's partitions stand against their policy. */
export interface Health {
  /** Qualified and quoted. */
  readonly table: string
  readonly every: string
  readonly partitions: number
  /** What has to be done. */
  readonly plan: readonly PartitionAction[]
  readonly missingIndexes: readonly PartitionAction[]
  readonly stray: readonly StrayRows[]
  /** Of partitions that have expired: those that should be gone for longer than a day, or than a partition is long. */
  readonly overdue: readonly string[]
}

interface Row {
  table: string
  every: string
  column: string
  partitions: number
  /** Where the partitions end that the policy wants ready, as a value of the key. */
  horizon: string
  look: readonly string[] | null
  overdue: readonly string[] | null
}

/** Looks at all tables with a policy; each with one question, however many partitions it has. */
export async function readHealth(ask: Ask, scope: PartitionScope = {}): Promise<readonly Health[]> {
  const rows = await ask<Row>(`
    select ${tableName} as table, (p).every, quote_ident((p).column_name) as column, count(c.partition)::int as partitions,
           tidemark.partition_value(tidemark.partition_key(p), (p).epoch, l.horizon) as horizon,
           json_agg(c.partition::regclass::text) filter (where c.is_default or c.lower_bound >= l.horizon or (c.upper_bound is null)) as look,
           json_agg(c.partition::regclass::text order by c.lower_bound) filter (
             where c.upper_bound + case tidemark.partition_key(p) when 'id' then 0 else least(86400, c.upper_bound - c.lower_bound) end <= l.cutoff) as overdue
      from ${policies(scope)}
      cross join lateral tidemark.partition_limits(p, ${clock(scope)}) l
      left join lateral tidemark.partitions(p) c on true
     group by p, l.horizon, l.cutoff
     order by (p).schema_name, (p).table_name`)
  if (rows.length === 0) return []
  const plan = await readPlan(ask, scope)
  const missing = await readMissingIndexes(ask, scope)
  return await Promise.all(
    rows.map(async ({ table, every, partitions, overdue, ...row }) => ({
      ...{ table, every, partitions, overdue: overdue ?? [] },
      plan: plan.filter((action) => action.table === table),
      missingIndexes: missing.filter((action) => action.table === table),
      stray: (await Promise.all((row.look ?? []).map((partition) => readStray(ask, partition, row)))).filter(
        ({ rows: count, farAhead }) => count > 0 || farAhead > 0,
      ),
    })),
  )
}

async function readStray(
  ask: Ask,
  partition: string,
  { column, horizon }: Pick<Row, 'column' | 'horizon'>,
): Promise<StrayRows> {
  const [row] = await ask<Omit<StrayRows, 'partition'>>(`
    select count(*)::int as rows, (count(*) filter (where ${column} >= ${quoteLiteral(horizon)}))::int as "farAhead",
           (count(*) filter (where ${column} is null))::int as "withoutKey"
      from ${partition}`)
  return { partition, ...row! }
}
