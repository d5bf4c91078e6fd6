import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified, quoteLiteral } from '../../sql/identifier.js'
import { defineKind, type AlterRule } from '../kind.js'
import type { PartitionAttributes } from '../partition/partition.js'

/** Lengths of a partition, as PostgreSQL reads an interval. */
export type Every = '1 hour' | '1 day' | '1 week' | '1 month' | '1 year'

export interface PartitionPolicyAttributes {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly every: Every
  /** How many partitions stand ready beyond the current one. */
  readonly premake: string
  /** How long a partition is kept after its end, as an interval; without it for ever. */
  readonly retain?: string
  /** What happens to a partition that is no longer kept. */
  readonly expired: 'detach' | 'drop'
}

interface Row {
  oid: number
  schema: string
  table: string
  column: string
  every: Every
  premake: string
  retain: string | null
  expired: 'detach' | 'drop'
}

const target = ({ schema, table }: PartitionPolicyAttributes): string => qualified(schema, table)

const set = (policy: PartitionPolicyAttributes): string => {
  const { schema, table, column, every, premake, retain, expired } = policy
  const texts = [schema, table, column, every].map(quoteLiteral).join(', ')
  return `SELECT tidemark.set_partition_policy(${texts}, ${premake}, ${retain === undefined ? 'NULL' : quoteLiteral(retain)}, ${quoteLiteral(expired)})`
}

const rule: AlterRule<PartitionPolicyAttributes> = { alter: (_before, after) => set(after) }

/** Partitions that a policy has made, or would have: the range partitions of its table. */
function owns(policy: PartitionPolicyAttributes, snapshot: Snapshot): readonly string[] {
  return [...snapshot.objects.values()].flatMap((object) => {
    if (object.kind !== 'partition') return []
    const { schema, name, parent, bound } = object.attributes as PartitionAttributes
    const isRange =
      parent.schema === policy.schema && parent.name === policy.table && bound.startsWith("FOR VALUES FROM ('")
    return isRange ? [`table ${qualified(schema, name)}`] : []
  })
}

/**
 * How the time partitions of a table are made and let go. It lives in the ledger's schema, whose functions carry it out;
 * the partitions themselves are its business and no part of a snapshot.
 */
export const partitionPolicyKind = defineKind<PartitionPolicyAttributes, Row>({
  name: 'partition-policy',
  verbatim: true,
  introspection: {
    query: ({ policies }) =>
      policies
        ? `select 0::oid as oid, schema_name as schema, table_name as table, column_name as column, every,
                  premake::text as premake, retain, expired
             from tidemark.partition_policy p
            where to_regclass(quote_ident(schema_name) || '.' || quote_ident(table_name)) is not null`
        : `select where false`,
    read: ({ oid, ...row }) => ({ catalog: 'partition_policy', oid, attributes: row as PartitionPolicyAttributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    column: rule,
    every: rule,
    premake: rule,
    retain: rule,
    expired: rule,
  },
  identity: target,
  requires: (policy) => [`table ${target(policy)}`, `column ${qualified(policy.schema, policy.table, policy.column)}`],
  owns,
  sql: {
    create: set,
    drop: ({ schema, table }) =>
      `SELECT tidemark.remove_partition_policy(${quoteLiteral(schema)}, ${quoteLiteral(table)})`,
  },
  // Written by its table, as telemetry(…).
  render: () => undefined,
})
