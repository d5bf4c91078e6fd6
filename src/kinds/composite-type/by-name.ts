import { quoteIdentifier } from '../../sql/identifier.js'
import type { ColumnAttributes } from '../column/column.js'
import type { RebuildOptions } from '../type/rebuild.js'
import type { CompositeTypeAttributes } from './composite-type.js'
import { compositeName } from './sql.js'

/** Values keep their attributes by name where these stand otherwise than before: JSON carries them over. */
export function byName(after: CompositeTypeAttributes): RebuildOptions {
  // A list of values, or a value within another, needs a row to stand in.
  const held: string[] = []
  const holder = (type: string): string => `pg_temp.tidemark_value_${held.indexOf(type) + 1}`
  return {
    before: (columns) => {
      held.push(...new Set(columns.map(({ type }) => type).filter((type) => type !== compositeName(after))))
      return held.map((type) => `CREATE TYPE ${holder(type)} AS (value ${type})`)
    },
    value: ({ name, type }: ColumnAttributes) => {
      const column = quoteIdentifier(name)
      if (!held.includes(type)) return `json_populate_record(NULL::${type}, to_json(${column}))`
      return `(json_populate_record(NULL::${holder(type)}, json_build_object('value', to_json(${column})))).value`
    },
    after: () => held.map((type) => `DROP TYPE ${holder(type)}`),
  }
}
