import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import type { DomainAttributes } from '../domain/domain.js'
import type { EnumAttributes } from '../enum/enum.js'
import type { SqlContext } from '../kind.js'
import { stableChildren } from '../partition/attachment.js'
import { baseType } from '../type/conversion.js'
import type { ColumnAttributes } from './column.js'

/** A value of each type that stands for none; of other types nobody can say one. */
const neutral: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '0': ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'money', 'oid'],
    "''": ['text', 'character varying', 'character', 'bpchar', 'name', '"char"', 'bytea', 'bit varying', 'tsvector'],
    false: ['boolean'],
    "'epoch'": ['date', 'timestamp without time zone', 'timestamp with time zone'],
    "'00:00'": ['time without time zone', 'interval'],
    "'00:00+00'": ['time with time zone'],
    "'00000000-0000-0000-0000-000000000000'": ['uuid'],
    "'{}'": ['json', 'jsonb'],
    "'0.0.0.0'": ['inet', 'cidr'],
    "'empty'": ['int4range', 'int8range', 'numrange', 'daterange', 'tsrange', 'tstzrange'],
  }).flatMap(([value, types]) => types.map((type): [string, string] => [type, value])),
)

function neutralOf(type: string, side: SqlContext): string | undefined {
  if (type.endsWith('[]') || type.endsWith('multirange')) return "'{}'"
  const domain = side.get(`domain ${type}`)?.attributes as DomainAttributes | undefined
  if (domain !== undefined) return domain.default === undefined ? neutralOf(domain.type, side) : undefined
  const [label] = (side.get(`enum ${type}`)?.attributes as EnumAttributes | undefined)?.labels ?? []
  if (label !== undefined) return quoteLiteral(label)
  return side.get(`range-type ${type}`) === undefined ? neutral.get(baseType(type)) : "'empty'"
}

/**
 * What the rows that are there get in a column that comes back without its values, where it is NOT NULL and has no default:
 * without any value PostgreSQL would refuse the way back.
 */
export function filling(column: ColumnAttributes, side: SqlContext): string | undefined {
  const { schema, table, name, type } = column
  const isOnTheWayBack = side === side.standing
  const id = qualified(schema, table, name)
  const hasOwn = column.generated ?? column.identity ?? side.get(`default ${id}`)
  if (!isOnTheWayBack || hasOwn !== undefined || side.get(`not-null ${id}`) === undefined) return undefined
  // A child's column would be merged with it, and lose a default of its own.
  const isMerged = stableChildren(qualified(schema, table), side.snapshot, side.opposite.snapshot).some(
    (child) => side.opposite.get(`column ${child}.${quoteIdentifier(name)}`) !== undefined,
  )
  return isMerged ? undefined : neutralOf(type, side)
}
