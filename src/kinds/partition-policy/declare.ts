import type { Parent, Part } from '../../declare/declaration.js'
import type { Name } from '../../declare/name.js'
import type { Column } from '../column/reference.js'
import type { ColumnTypes } from '../column/types.js'
import type { IndexBuilder } from '../index/declare.js'
import type { IndexAttributes } from '../index/index-kind.js'
import { definitionOf } from '../index/sql.js'
import { boundValues, type BoundValue } from '../partition/declare.js'
import { range, type PartitionKey } from '../partition/key.js'
import {
  storageParameters,
  table,
  type Columns,
  type ColumnsOf,
  type Table,
  type TableOptions,
} from '../table/declare.js'
import type { PartitionPolicyAttributes, PartitionTemplate } from './partition-policy.js'

/** `'1 day'`, `'6 hours'`, `'2 weeks'`, `'3 months'`, `'1 year'`. */
export type Period = `${number} ${'hour' | 'day' | 'week' | 'month' | 'year'}${'s' | ''}`

/** How a table is partitioned, and what becomes of its partitions. */
export interface TimePartitions {
  /** A timestamptz, timestamp or date; an integer, or an id that holds a time. */
  readonly column: Column
  /** How much one partition holds: a period, or for an integer how many numbers. */
  readonly every: Period | number
  /** How many partitions stand ready beyond the current one. Default 3. */
  readonly premake?: number
  /** How long a partition is kept after its end, as an interval, `'90 days'`; of an integer how many numbers. Default: for ever. */
  readonly retain?: string | number
  /**
   * What happens to a partition that is no longer kept. Default: it is detached and stays as a table. `archive` writes it to
   * Parquet in a folder or a bucket (`s3://bucket/prefix`), compares, and drops it.
   */
  readonly expired?: 'detach' | 'drop' | { readonly move: string } | { readonly archive: string }
  /** What the column holds, where it is an id that begins with a time. */
  readonly holds?: 'uuidv7' | 'ulid' | { readonly snowflake: string | Date }
  /** The time zone in which days, weeks, months and years begin. Default UTC. */
  readonly timeZone?: string
  /** Names of partitions, with a pattern of to_char: `'{table}_p{YYYYMMDD}'`. */
  readonly names?: string
  /** A partition for rows that fit into no other one; maintenance moves them where they belong. Default: none. */
  readonly default?: boolean
  /** What each new partition gets beside what it has from its table. */
  readonly each?: EachPartition
}

export interface EachPartition {
  readonly unlogged?: boolean
  readonly tablespace?: string
  /** Storage parameters. */
  readonly options?: Readonly<Record<string, string | number | boolean>>
  /** Indexes of each partition, such as a UNIQUE that holds only there. */
  readonly indexes?: readonly IndexBuilder[]
  /** Partitions below each partition: a number of them by hash, or lists of values by name. */
  readonly partitionBy?:
    | { readonly key: PartitionKey; readonly parts: number }
    | { readonly key: PartitionKey; readonly parts: Readonly<Record<string, readonly BoundValue[] | 'default'>> }
}

export interface TelemetryOptions extends Omit<TableOptions, 'partitionBy'> {
  readonly partitionBy: TimePartitions
}

/**
 * A table that is partitioned by time, whose partitions are made ahead and let go by a policy.
 *
 * @example
 * export const readings = telemetry('readings', (c) => ({
 *   device: c.text().notNull(),
 *   ts: c.timestamptz().notNull(),
 * }), (t) => ({ partitionBy: { column: t.ts, every: '1 month', premake: 3, retain: '90 days' } }))
 */
export function telemetry<C extends Columns>(
  name: Name,
  columns: (c: ColumnTypes) => C,
  options: (t: ColumnsOf<C>) => TelemetryOptions,
): Table<C> {
  return table(name, columns, (t) => {
    const { partitionBy, parts = [], ...rest } = options(t)
    return { ...rest, partitionBy: range(partitionBy.column), parts: [...parts, policyPart(partitionBy)] }
  })
}

const policyPart = (policy: TimePartitions): Part => ({
  objects: (self) => [{ kind: 'partition-policy', attributes: attributesOf(policy, self) }],
})

function attributesOf(policy: TimePartitions, self: Parent): PartitionPolicyAttributes {
  const { column, every, premake = 3, retain, expired = 'detach', holds, timeZone, names, each } = policy
  const template = each && templateOf(each, self)
  return {
    schema: self.schema,
    table: self.name,
    column: column.name,
    every: String(every),
    premake,
    ...(retain !== undefined && { retain: String(retain) }),
    ...(typeof expired === 'string'
      ? { expired }
      : 'move' in expired
        ? { expired: 'move', destination: expired.move }
        : { expired: 'archive', destination: expired.archive }),
    ...(holds && (typeof holds === 'string' ? { holds } : { holds: 'snowflake', epoch: instant(holds.snowflake) })),
    ...(timeZone !== undefined && timeZone !== 'UTC' && { timeZone }),
    ...(names !== undefined && { names }),
    ...(policy.default && { default: true }),
    ...(template && Object.keys(template).length > 0 && { template }),
  }
}

const instant = (epoch: string | Date): string => new Date(epoch).toISOString()

function templateOf({ unlogged, tablespace, options, indexes, partitionBy }: EachPartition, self: Parent) {
  const template: PartitionTemplate = {
    ...(unlogged && { unlogged }),
    ...(tablespace !== undefined && { tablespace }),
    ...(options && { options: storageParameters(options) }),
    ...(indexes && { indexes: indexes.map((item) => indexOf(item, self)) }),
    ...(partitionBy && {
      below: {
        by: `${partitionBy.key.strategy.toUpperCase()} (${partitionBy.key.key})`,
        parts: partsOf(partitionBy.parts),
      },
    }),
  }
  return template
}

function indexOf(item: IndexBuilder, self: Parent) {
  const { schema: _, table: __, ...own } = item.objects(self)[0]!.attributes as IndexAttributes
  return { ...own, definition: definitionOf(own) }
}

const partsOf = (parts: number | Readonly<Record<string, readonly BoundValue[] | 'default'>>) =>
  typeof parts === 'number'
    ? Array.from({ length: parts }, (_, remainder) => ({
        suffix: `_${remainder}`,
        bound: `FOR VALUES WITH (modulus ${parts}, remainder ${remainder})`,
      }))
    : Object.entries(parts).map(([name, values]) => ({
        suffix: `_${name}`,
        bound: values === 'default' ? 'DEFAULT' : `FOR VALUES IN ${boundValues(values as readonly BoundValue[])}`,
      }))
