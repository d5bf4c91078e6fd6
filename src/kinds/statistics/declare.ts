import { origin, placedAt, type DeclaredObject, type Parent, type Part } from '../../declare/declaration.js'
import { nameOf, QualifiedName, type Name } from '../../declare/name.js'
import { Sql } from '../../sql/sql.js'
import { Column } from '../column/reference.js'
import { idOf } from '../kind.js'
import { otherRelation } from '../relation.js'
import { statisticsKind, type StatisticsAttributes, type StatisticsSort } from './statistics.js'

export class StatisticsBuilder implements Part {
  readonly #origin = origin()
  readonly #name: Name
  readonly #items: readonly (Column | Sql)[]
  readonly #parts: Part[] = []
  #renamedFrom: string | undefined
  #options: Pick<StatisticsAttributes, 'sorts' | 'target'> = {}

  constructor(name: Name, items: readonly (Column | Sql)[]) {
    this.#name = name
    this.#items = items
  }

  /** What is gathered; everything by default. */
  of(...sorts: readonly StatisticsSort[]): this {
    this.#options = { ...this.#options, sorts: all.filter((sort) => sorts.includes(sort)) }
    return this
  }

  /** The statistics target, 0 to 10000. */
  target(target: number): this {
    this.#options = { ...this.#options, target }
    return this
  }

  /** Its name before: it is renamed, and not made anew. */
  renamedFrom(name: string): this {
    this.#renamedFrom = name
    return this
  }

  /** Adds parts such as `comment('…')`, `owner(role)`. */
  with(...parts: readonly Part[]): this {
    this.#parts.push(...parts)
    return this
  }

  objects(table: Parent): readonly DeclaredObject[] {
    const schema = this.#name instanceof QualifiedName ? this.#name.schema : table.schema
    const columns = this.#items.flatMap((item) => (item instanceof Column ? item.name : []))
    const attributes: StatisticsAttributes = {
      schema,
      name: nameOf(this.#name),
      ...(schema !== table.schema && { tableSchema: table.schema }),
      table: table.name,
      ...otherRelation(table.id),
      columns: columns.sort(),
      expressions: this.#items.flatMap((item) => (item instanceof Sql ? item.text() : [])),
      ...this.#options,
    }
    const self: Parent = { id: idOf(statisticsKind, attributes), schema, name: attributes.name }
    return placedAt(this.#origin, [
      { kind: 'statistics', attributes, ...(this.#renamedFrom !== undefined && { renamedFrom: this.#renamedFrom }) },
      ...this.#parts.flatMap((part) => part.objects(self)),
    ])
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
