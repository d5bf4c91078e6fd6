import type { Parent } from '../../declare/declaration.js'
import { nameOf, QualifiedName, type Name } from '../../declare/name.js'
import { PartBuilder } from '../../declare/part-builder.js'
import { Sql } from '../../sql/sql.js'
import { Column } from '../column/reference.js'
import { onRelation } from '../relation.js'
import { statisticsKind, type StatisticsAttributes, type StatisticsSort } from './statistics.js'

export class StatisticsBuilder extends PartBuilder<StatisticsAttributes, Partial<StatisticsAttributes>> {
  readonly #name: Name
  readonly #items: readonly (Column | Sql)[]

  constructor(name: Name, items: readonly (Column | Sql)[]) {
    super(statisticsKind, {})
    this.#name = name
    this.#items = items
  }

  /** What is gathered; everything by default. */
  of(...sorts: readonly StatisticsSort[]): this {
    return this.set({ sorts: all.filter((sort) => sorts.includes(sort)) })
  }

  /** The statistics target, 0 to 10000. */
  target(target: number): this {
    return this.set({ target })
  }

  protected describe(parent: Parent): StatisticsAttributes {
    const schema = this.#name instanceof QualifiedName ? this.#name.schema : parent.schema
    const columns = this.#items.flatMap((item) => (item instanceof Column ? item.name : []))
    return {
      ...onRelation(parent),
      schema,
      ...(schema !== parent.schema && { tableSchema: parent.schema }),
      name: nameOf(this.#name),
      columns: columns.sort(),
      expressions: this.#items.flatMap((item) => (item instanceof Sql ? item.text() : [])),
      ...this.said,
    }
  }
}

const all: readonly StatisticsSort[] = ['ndistinct', 'dependencies', 'mcv']

/**
 * Extended statistics on columns and expressions of a table (CREATE STATISTICS).
 *
 * @example
 * statistics('orders_place').on(t.city, t.zip).of('dependencies')
 */
export const statistics = (name: Name) => ({
  on: (...items: readonly (Column | Sql)[]) => new StatisticsBuilder(name, items),
})
