import { qualified, quoteLiteral } from '../../sql/identifier.js'
import type { IndexAttributes } from '../index/index-kind.js'
import { defineKind, type AlterRule } from '../kind.js'

/** Everything beyond the bounds that the policy gives to each partition that it makes. */
export interface PartitionTemplate {
  readonly unlogged?: boolean
  readonly tablespace?: string
  /** Storage parameters, `name=value`, sorted. */
  readonly options?: readonly string[]
  /** As declared, with what follows the table's name in CREATE INDEX. */
  readonly indexes?: readonly (Omit<IndexAttributes, 'schema' | 'table'> & { readonly definition: string })[]
  /** How each is partitioned further: `HASH (device_uid)`. */
  readonly below?: {
    readonly by: string
    readonly parts: readonly { readonly suffix: string; readonly bound: string }[]
  }
}

/** A row of `tidemark.partition_policy`; what is at its default is left out. */
export interface PartitionPolicyAttributes {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** `1 month`; of an integer id a number. */
  readonly every: string
  /** How many partitions stand ready beyond the current one. */
  readonly premake: number
  /** How long a partition is kept after its end: an interval, or a number of ids; without it for ever. */
  readonly retain?: string
  /** What happens to a partition that is no longer kept. */
  readonly expired: 'detach' | 'drop' | 'move' | 'archive'
  /** Where to: a schema, or the folder or bucket of an archive. */
  readonly destination?: string
  /** What the column holds, where it is no time and no plain number. */
  readonly holds?: 'uuidv7' | 'ulid' | 'snowflake'
  /** Of a snowflake, ISO 8601. */
  readonly epoch?: string
  /** In which days begin; UTC by default. */
  readonly timeZone?: string
  /** `{table}_p{YYYYMM}`. */
  readonly names?: string
  readonly default?: boolean
  readonly template?: PartitionTemplate
}

interface Row extends PartitionPolicyAttributes {
  readonly oid: number
}

const target = ({ schema, table }: PartitionPolicyAttributes): string => qualified(schema, table)

/** What a policy says, as a literal for the functions of the ledger. */
export function settingsOf(policy: PartitionPolicyAttributes): string {
  const { schema: _schema, table: _table, column, timeZone, default: hasDefault, ...rest } = policy
  const settings = {
    column_name: column,
    ...rest,
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(hasDefault && { default_partition: true }),
  }
  return quoteLiteral(JSON.stringify(settings))
}

const set = (policy: PartitionPolicyAttributes): string =>
  `SELECT tidemark.set_partition_policy(${quoteLiteral(policy.schema)}, ${quoteLiteral(policy.table)}, ${settingsOf(policy)})`

const rule: AlterRule<PartitionPolicyAttributes> = { alter: (_before, after) => set(after) }

/**
 * How the partitions of a table are made and let go. It lives in the ledger's schema, whose functions carry it out; the
 * partitions themselves are its business and no part of a snapshot.
 */
export const partitionPolicyKind = defineKind<PartitionPolicyAttributes, Row>({
  name: 'partition-policy',
  verbatim: true,
  introspection: {
    query: ({ policies }) =>
      policies
        ? `select 0::oid as oid, schema_name as schema, table_name as table, column_name as column, every, premake, retain, expired,
                  destination, holds, to_char(epoch at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as epoch,
                  nullif(time_zone, 'UTC') as "timeZone", names, default_partition as default, template
             from tidemark.partition_policy
            where to_regclass(quote_ident(schema_name) || '.' || quote_ident(table_name)) is not null`
        : `select where false`,
    read: ({ oid, ...attributes }) => ({ catalog: 'partition_policy', oid, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    column: rule,
    every: rule,
    premake: rule,
    retain: rule,
    expired: rule,
    destination: rule,
    holds: rule,
    epoch: rule,
    timeZone: rule,
    names: rule,
    default: rule,
    template: rule,
  },
  identity: target,
  requires: (policy) => [
    `table ${target(policy)}`,
    `column ${qualified(policy.schema, policy.table, policy.column)}`,
    ...(policy.expired === 'move' ? [`schema ${qualified(policy.destination!)}`] : []),
  ],
  sql: {
    create: set,
    drop: ({ schema, table }) =>
      `SELECT tidemark.remove_partition_policy(${quoteLiteral(schema)}, ${quoteLiteral(table)})`,
  },
  // Written by its table, as telemetry(…).
  render: () => undefined,
})
