import type { Part } from '../../declare/declaration.js'
import type { Name } from '../../declare/name.js'
import type { Column } from '../column/reference.js'
import type { ColumnTypes } from '../column/types.js'
import { range } from '../partition/key.js'
import { table, type Columns, type ColumnsOf, type Table, type TableOptions } from '../table/declare.js'
import type { Every } from './partition-policy.js'

/** How a table is partitioned by time. Periods begin at midnight, Monday, the first of a month or year, in UTC. */
export interface TimePartitions {
  /** A timestamptz, timestamp or date. */
  readonly column: Column
  readonly every: Every
  /** How many partitions stand ready beyond the current one. Default 3. */
  readonly premake?: number
  /** How long a partition is kept after its end, as an interval: `'90 days'`. Default: for ever. */
  readonly retain?: string
  /** What happens to a partition that is no longer kept. Default: it is detached and stays as a table. */
  readonly expired?: 'detach' | 'drop'
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

const policyPart = ({ column, every, premake = 3, retain, expired = 'detach' }: TimePartitions): Part => ({
  objects: ({ schema, name }) => [
    {
      kind: 'partition-policy',
      attributes: { schema, table: name, column: column.name, every, premake: String(premake), retain, expired },
    },
  ],
})
