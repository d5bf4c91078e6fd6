import { Sql } from '../../sql/sql.js'
import type { IndexKeyBuilder } from '../index/key.js'
import { keyText } from '../index/sql.js'

/** Strategy and key of a partitioned table. */
export interface PartitionKey {
  readonly strategy: 'range' | 'list' | 'hash'
  /** As SQL writes it. */
  readonly key: string
  /** The columns that it consists of; absent where it has expressions. */
  readonly columns?: readonly string[]
}

/** A column, a column with a collation or operator class, or an expression. */
export type PartitionKeyPart = IndexKeyBuilder | Sql

function partitionKey(strategy: PartitionKey['strategy'], parts: readonly PartitionKeyPart[]): PartitionKey {
  const columns = parts.map((part) => (part instanceof Sql ? undefined : part.key.column))
  return {
    strategy,
    key: parts.map((part) => (part instanceof Sql ? expression(part.text()) : keyText(part.key))).join(', '),
    ...(columns.every((column) => column !== undefined) && { columns }),
  }
}

/** A key of one's own making stands in parentheses, unless it is a name or the call of a function. */
function expression(text: string): string {
  const plain = /^(?:"(?:[^"]|"")*"|[\w$.])+(?:\s*\(.*\))?(?:\s+COLLATE\s.*)?$/is
  return text.startsWith('(') || text.includes(',') || plain.test(text) ? text : `(${text})`
}

/** PARTITION BY RANGE: `partitionBy: range(t.ts)`; an expression is written with `sql`. */
export const range = (...parts: readonly PartitionKeyPart[]): PartitionKey => partitionKey('range', parts)

/** PARTITION BY LIST: `partitionBy: list(t.region)`. */
export const list = (part: PartitionKeyPart): PartitionKey => partitionKey('list', [part])

/** PARTITION BY HASH: `partitionBy: hash(t.id)`. */
export const hash = (...parts: readonly PartitionKeyPart[]): PartitionKey => partitionKey('hash', parts)
