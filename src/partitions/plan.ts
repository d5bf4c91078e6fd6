import { TidemarkError } from '../errors/error.js'
import type { Ask } from '../runner/backends.js'
import { quoteLiteral } from '../sql/identifier.js'

/** One thing that maintenance has to do; decided by `tidemark.partition_plan`, in the database. */
export interface PartitionAction {
  /** The partitioned table, qualified and quoted. */
  readonly table: string
  readonly action: 'create' | 'finalize' | 'forget' | 'detach' | 'drop' | 'move' | 'archive' | 'index'
  readonly partition: string
  /** Bounds as SQL writes them. */
  readonly from: string | null
  readonly to: string | null
  /** Such as `premake`, `gap`, `drain`, `expired`. */
  readonly reason: string
  /** Why it cannot be done. */
  readonly problem: string | null
  /** In a transaction before what stands alone; with nothing that does, in the one transaction. */
  readonly prepare: readonly string[] | null
  /** Cannot run in a transaction. */
  readonly alone: string | null
  readonly statements: readonly string[]
}

/** What a look at partitions is about. */
export interface PartitionScope {
  /** As if it were this time, ISO 8601; now by default. */
  readonly at?: string
  /** Only this table: `readings` or `public.readings`. */
  readonly table?: string
}

export const clock = ({ at }: PartitionScope): string =>
  at === undefined ? 'now()' : `${quoteLiteral(at)}::timestamptz`

/** Policies of tables that exist, as `p`, for a FROM clause. */
export const policies = ({ table }: PartitionScope): string => `
  (select p from tidemark.partition_policy p where tidemark.partition_parent(p) is not null${
    table === undefined
      ? ''
      : ` and ${quoteLiteral(table)} in (p.table_name, p.schema_name || '.' || p.table_name, format('%I.%I', p.schema_name, p.table_name))`
  } order by p.schema_name, p.table_name) policy (p)`

export const tableName = `format('%I.%I', (p).schema_name, (p).table_name)`

/** @throws TidemarkError TM434 where the one table that is meant has no policy */
export async function requireTable(ask: Ask, scope: PartitionScope, hasPolicies: boolean): Promise<void> {
  const { table } = scope
  if (table === undefined) return
  const found = hasPolicies ? await ask(`select from ${policies(scope)} limit 1`) : []
  if (found.length > 0) return
  throw new TidemarkError({
    code: 'TM434',
    subject: table,
    what: `no table ${table} has a partition policy in this database`,
    fix: 'tidemark partitions lists those that have one',
  })
}

/** What has to be done so that partitions are as their policies say, in order. */
export async function readPlan(ask: Ask, scope: PartitionScope = {}): Promise<readonly PartitionAction[]> {
  return await ask<PartitionAction>(`
    select ${tableName} as table, a.action, a.partition, a.lower_value as from, a.upper_value as to, a.reason, a.problem,
           to_json(a.prepare) as prepare, a.alone, to_json(a.statements) as statements
      from ${policies(scope)}, tidemark.partition_plan(p, ${clock(scope)}) with ordinality a
     order by (p).schema_name, (p).table_name, a.ordinality`)
}

/** The qualified and quoted name of a relation, whatever the search_path says. */
export const nameOf = (oid: string): string => `(pg_identify_object('pg_class'::regclass, ${oid}, 0)).identity`
