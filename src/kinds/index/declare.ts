import type { Parent } from '../../declare/declaration.js'
import { PartBuilder } from '../../declare/part-builder.js'
import { Sql } from '../../sql/sql.js'
import type { Column } from '../column/reference.js'
import { onRelation, type OnRelation } from '../relation.js'
import { indexKind, type IndexAttributes } from './index-kind.js'
import { IndexKeyBuilder } from './key.js'

/** A column, a column with an order or operator class, or an expression. */
export type Key = IndexKeyBuilder | Sql

export class IndexBuilder extends PartBuilder<IndexAttributes, Omit<IndexAttributes, keyof OnRelation>> {
  constructor(name: string, method: string, keys: readonly Key[]) {
    super(indexKind, { name, method, keys: keys.map((key) => toKey(key).key) })
  }

  unique(): this {
    return this.set({ unique: true })
  }

  nullsNotDistinct(): this {
    return this.set({ nullsNotDistinct: true })
  }

  include(...columns: readonly Column[]): this {
    return this.set({ include: columns.map((column) => column.name) })
  }

  /** A partial index. */
  where(predicate: Sql): this {
    return this.set({ predicate: predicate.text() })
  }

  /** Storage parameters: `{ fillfactor: 70 }`. */
  options(options: Readonly<Record<string, string | number | boolean>>): this {
    return this.set({
      options: Object.entries(options).map(([key, value]) => `${key}=${value}`),
    })
  }

  /** Of a partitioned table: not for its partitions, which get theirs later (CREATE INDEX ON ONLY). */
  only(): this {
    return this.set({ invalid: true })
  }

  tablespace(tablespace: string): this {
    return this.set({ tablespace })
  }

  /** Statistics targets of expression keys, by key number from 1. */
  statistics(statistics: Readonly<Record<number, number>>): this {
    return this.set({ statistics })
  }

  protected describe(parent: Parent): IndexAttributes {
    return { ...onRelation(parent), ...this.said }
  }
}

/** An expression as an index key that can be given an order or an operator class: `key(sql`lower(email)`).desc()`. */
export const key = (expression: Sql): IndexKeyBuilder =>
  new IndexKeyBuilder({ expression: inParentheses(expression.text()) })

const toKey = (item: Key): IndexKeyBuilder => (item instanceof Sql ? key(item) : item)
/** A function call may stand bare, but parentheses are always right. */
const inParentheses = (text: string): string => `(${text})`

/** An index: `index('idx_device_ts').on(t.device_uid, t.ts.desc())`, `index('i').using('gin', t.payload.op('jsonb_path_ops'))`. */
export const index = (name: string) => ({
  on: (...keys: readonly Key[]) => new IndexBuilder(name, 'btree', keys),
  using: (method: string, ...keys: readonly Key[]) => new IndexBuilder(name, method, keys),
})
