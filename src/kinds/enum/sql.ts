import { qualified, quoteLiteral } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { renameStatements } from '../type/rename.js'
import type { EnumAttributes } from './enum.js'

export const typeName = ({ schema, name }: EnumAttributes): string => qualified(schema, name)

export const enumSql: Kind<EnumAttributes>['sql'] = {
  create: (type) => `CREATE TYPE ${typeName(type)} AS ENUM (${(type.labels ?? []).map(quoteLiteral).join(', ')})`,
  drop: (type) => `DROP TYPE ${typeName(type)}`,
  rename: renameStatements('TYPE'),
  reference: (type) => `TYPE ${typeName(type)}`,
}
