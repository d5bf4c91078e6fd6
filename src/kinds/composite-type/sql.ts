import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { renameStatements } from '../type/rename.js'
import type { Attribute, CompositeTypeAttributes } from './composite-type.js'

export const compositeName = ({ schema, name }: CompositeTypeAttributes): string => qualified(schema, name)

/** `text COLLATE "C"`. */
export const attributeType = ({ type, collation }: Attribute): string =>
  collation === undefined ? type : `${type} COLLATE ${collation}`

export const compositeTypeSql: Kind<CompositeTypeAttributes>['sql'] = {
  create: (type) => {
    const lines = (type.attributes ?? []).map((item) => `\n  ${quoteIdentifier(item.name)} ${attributeType(item)}`)
    return `CREATE TYPE ${compositeName(type)} AS (${lines.join(',')}${lines.length === 0 ? '' : '\n'})`
  },
  drop: (type) => `DROP TYPE ${compositeName(type)}`,
  rename: renameStatements('TYPE'),
  reference: (type) => `TYPE ${compositeName(type)}`,
}
