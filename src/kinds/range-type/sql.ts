import { besideName } from '../../sql/default-name.js'
import { lastName, qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { renameStatements } from '../type/rename.js'
import type { RangeTypeAttributes } from './range-type.js'

type RangeType = RangeTypeAttributes

export const rangeName = ({ schema, name }: RangeType): string => qualified(schema, name)

/**
 * The name that PostgreSQL gives to the multirange type (makeMultirangeTypeName): `range` becomes `multirange`, or `_multirange` is
 * put behind what is left of 52 bytes. That may end within a character, which is then read as U+FFFD.
 */
const defaultMultirange = (name: string): string => {
  const at = name.indexOf('range')
  if (at < 0) return `${Buffer.from(name).subarray(0, 52).toString()}_multirange`
  return besideName(`${name.slice(0, at)}multirange${name.slice(at + 'range'.length)}`, '')
}

/** The qualified name of the multirange type. */
export const multirangeOf = ({ schema, name, multirange }: Omit<RangeType, 'subtype'>): string =>
  multirange ?? qualified(schema, defaultMultirange(name))

export const rangeTypeSql: Kind<RangeTypeAttributes>['sql'] = {
  create: (type) => {
    const options = [
      `SUBTYPE = ${type.subtype}`,
      type.opclass && `SUBTYPE_OPCLASS = ${type.opclass}`,
      type.collation && `COLLATION = ${type.collation}`,
      type.canonical && `CANONICAL = ${type.canonical}`,
      type.subtypeDiff && `SUBTYPE_DIFF = ${type.subtypeDiff}`,
      type.multirange && `MULTIRANGE_TYPE_NAME = ${type.multirange}`,
    ]
    return `CREATE TYPE ${rangeName(type)} AS RANGE (${options.filter(Boolean).join(', ')})`
  },
  drop: (type) => `DROP TYPE ${rangeName(type)}`,
  rename: (before, after) => [...renameStatements('TYPE')(before, after), ...renameConstructors(before, after)],
  reference: (type) => `TYPE ${rangeName(type)}`,
}

/** PostgreSQL leaves the constructors of a range behind under the old name, and in the old schema. */
const renameConstructors = (before: RangeType, after: RangeType): string[] =>
  ['', ', text'].flatMap((last) => {
    const args = `(${before.subtype}, ${before.subtype}${last})`
    return renameStatements('FUNCTION', args)(before, after)
  })

/** Types that PostgreSQL calls as standard SQL does, and never by their schema. */
const standard =
  /^(?:bit|boolean|character|double precision|integer|interval|numeric|real|smallint|bigint|time|timestamp)\b/

/** A type as pg_identify_object names it. */
const identified = (type: string): string =>
  standard.test(type) || /^(?:"(?:[^"]|"")*"|[^".]+)\./.test(type) ? type : `pg_catalog.${type}`

/** The functions that come with a range type, as pg_identify_object names them: both constructors, and those of the multirange. */
export function constructorsOf(type: RangeType): string[] {
  const range = rangeName(type)
  const subtype = identified(type.subtype)
  const multirange = multirangeOf(type)
  return [
    `${range}(${subtype},${subtype})`,
    `${range}(${subtype},${subtype},${identified('text')})`,
    `${multirange}()`,
    `${multirange}(${range})`,
    `${multirange}(${range}[])`,
  ]
}

/** With a range type that waits to be dropped, its multirange type and the constructors of both have to give up their names. */
export function renameRangeAside(type: RangeType, asideName: (name: string) => string): string[] {
  const multirange = multirangeOf(type)
  const plain = lastName(multirange)
  const range = qualified(type.schema, asideName(type.name))
  const own = rangeName(type)
  const rename = (name: string, args: string, to: string): string =>
    `ALTER FUNCTION ${name}(${args}) RENAME TO ${quoteIdentifier(to)}`
  return [
    `ALTER TYPE ${multirange} RENAME TO ${quoteIdentifier(asideName(plain))}`,
    rename(own, `${type.subtype}, ${type.subtype}`, asideName(type.name)),
    rename(own, `${type.subtype}, ${type.subtype}, text`, asideName(type.name)),
    rename(multirange, '', asideName(plain)),
    rename(multirange, range, asideName(plain)),
    rename(multirange, `VARIADIC ${range}[]`, asideName(plain)),
  ]
}
