import type { Ask } from '../runner/backends.js'
import { quoteLiteral } from '../sql/identifier.js'
import { readMissingIndexes } from './indexes.js'
import { clock, nameOf, policies, readPlan, tableName, type PartitionAction, type PartitionScope } from './plan.js'

/** Rows that are where they should not be. */
export interface StrayRows {
  /** The default partition, or one beyond those that the policy wants ready. */
  readonly partition: string
  readonly rows: number
  /** Of these, how many lie beyond the partitions that the policy wants ready. */
  readonly farAhead: number
  /** Of these, how many have no key, or one that is infinitely long ago. */
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
  /** The partition up to MAXVALUE, which leaves no room for those that the policy would make. */
  readonly endless: string | null
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
  endless: string | null
}

/** Looks at all tables with a policy; each with one question, however many partitions it has. */
export async function readHealth(ask: Ask, scope: PartitionScope = {}): Promise<readonly Health[]> {
  const rows = await ask<Row>(`
    select ${tableName} as table, (p).every, quote_ident((p).column_name) as column, b.*,
           tidemark.partition_value(k.holds, (p).epoch, l.horizon) as horizon
      from ${policies(scope)}
      cross join lateral (select tidemark.partition_key(p) as holds offset 0) k
      cross join lateral tidemark.partition_limits(p, ${clock(scope)}) l
      cross join lateral (
        select count(*)::int as partitions,
               json_agg(${nameOf('partition')}) filter (where is_default or lower_bound >= l.horizon or upper_bound is null) as look,
               max(${nameOf('partition')}) filter (where not is_default and upper_bound is null and lower_bound < l.horizon) as endless,
               json_agg(${nameOf('partition')} order by lower_bound) filter (
                 where upper_bound + case k.holds when 'id' then 0 else least(86400, upper_bound - lower_bound) end <= l.cutoff
                   and partition not in (select relation from tidemark.former_partition where state = 'restored')) as overdue
          from tidemark.partitions(p)) b`)
  if (rows.length === 0) return []
  const plan = await readPlan(ask, scope)
  const missing = await readMissingIndexes(ask, scope)
  return await Promise.all(
    rows.map(async ({ table, every, partitions, overdue, endless, ...row }) => ({
      ...{ table, every, partitions, endless, overdue: overdue ?? [] },
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
           (count(*) filter (where ${column} is null or ${column}::text = '-infinity'))::int as "withoutKey"
      from ${partition}`)
  return { partition, ...row! }
}
