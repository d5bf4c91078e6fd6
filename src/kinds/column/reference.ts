import type { Parent } from '../../declare/declaration.js'
import { nameParts, type Named } from '../../sql/sql.js'
import { IndexKeyBuilder } from '../index/key.js'

/** A column of a declared table: to name in constraints, indexes and SQL. */
export class Column extends IndexKeyBuilder implements Named {
  readonly [nameParts]: readonly string[]
  readonly table: Parent
  readonly name: string

  constructor(table: Parent, name: string) {
    super({ column: name })
    this.table = table
    this.name = name
    this[nameParts] = [name]
  }
}
