import { targetId, type Target } from '../../declare/declaration.js'
import { qualified } from '../../sql/identifier.js'
import { nameParts } from '../../sql/sql.js'
import { ColumnBuilder } from './declare.js'

type Plain<T> = ColumnBuilder<{ type: T; notNull: false; hasDefault: false; generated: false }>

const plain = <T>(type: string, requires: readonly string[] = []): Plain<T> =>
  new ColumnBuilder(type, requires) as Plain<T>
const sized = (type: string, ...sizes: (number | undefined)[]): string => {
  const given = sizes.filter((size) => size !== undefined)
  return given.length === 0 ? type : `${type}(${given.join(',')})`
}
function serial<T>(type: string) {
  const column = plain<T>(type).notNull().default(null)
  column.defaultValue = undefined
  column.isSerial = true
  return column
}

/** `timestamp(3) with time zone`: the precision stands inside the name. */
const timed = (type: string, precision: number | undefined, zone: string): string => `${sized(type, precision)}${zone}`

/** Fields of an interval (Manual, 8.5.4). */
export type IntervalFields =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'year to month'
  | 'day to hour'
  | 'day to minute'
  | 'day to second'
  | 'hour to minute'
  | 'hour to second'
  | 'minute to second'

/** A type that is declared elsewhere: an enum, a domain, a composite type. `T` is what an application sees. */
export interface TypeTarget<T = unknown> extends Target {
  readonly $row?: T
}

/**
 * Every built-in type (Manual, chapter 8), by PostgreSQL's own name or its usual short form. The TypeScript types are
 * those that node drivers give without further settings: `bigint` and `numeric` are strings, times are Dates.
 */
export const columnTypes = {
  smallint: () => plain<number>('smallint'),
  integer: () => plain<number>('integer'),
  bigint: () => plain<string>('bigint'),
  /** An integer from a sequence of its own, never null. An identity column does the same by the standard. */
  serial: () => serial<number>('integer'),
  bigserial: () => serial<string>('bigint'),
  smallserial: () => serial<number>('smallint'),
  numeric: (precision?: number, scale?: number) => plain<string>(sized('numeric', precision, scale)),
  real: () => plain<number>('real'),
  doublePrecision: () => plain<number>('double precision'),
  money: () => plain<string>('money'),
  boolean: () => plain<boolean>('boolean'),
  text: <T extends string = string>() => plain<T>('text'),
  varchar: (length?: number) => plain<string>(sized('character varying', length)),
  char: (length?: number) => plain<string>(sized('character', length)),
  /** An identifier of at most 63 bytes, as the catalogs use it. */
  name: () => plain<string>('name'),
  /** The one-byte `"char"` of the catalogs. */
  internalChar: () => plain<string>('"char"'),
  bytea: () => plain<Uint8Array>('bytea'),
  uuid: () => plain<string>('uuid'),
  date: () => plain<Date>('date'),
  time: (precision?: number) => plain<string>(timed('time', precision, ' without time zone')),
  timetz: (precision?: number) => plain<string>(timed('time', precision, ' with time zone')),
  timestamp: (precision?: number) => plain<Date>(timed('timestamp', precision, ' without time zone')),
  timestamptz: (precision?: number) => plain<Date>(timed('timestamp', precision, ' with time zone')),
  interval: (options: { fields?: IntervalFields; precision?: number } = {}) =>
    plain<string>(sized(`interval${options.fields === undefined ? '' : ` ${options.fields}`}`, options.precision)),
  json: <T = unknown>() => plain<T>('json'),
  jsonb: <T = unknown>() => plain<T>('jsonb'),
  jsonpath: () => plain<string>('jsonpath'),
  xml: () => plain<string>('xml'),
  bit: (length?: number) => plain<string>(sized('bit', length)),
  varbit: (length?: number) => plain<string>(sized('bit varying', length)),
  inet: () => plain<string>('inet'),
  cidr: () => plain<string>('cidr'),
  macaddr: () => plain<string>('macaddr'),
  macaddr8: () => plain<string>('macaddr8'),
  point: () => plain<string>('point'),
  line: () => plain<string>('line'),
  lseg: () => plain<string>('lseg'),
  box: () => plain<string>('box'),
  path: () => plain<string>('path'),
  polygon: () => plain<string>('polygon'),
  circle: () => plain<string>('circle'),
  tsvector: () => plain<string>('tsvector'),
  tsquery: () => plain<string>('tsquery'),
  int4range: () => plain<string>('int4range'),
  int8range: () => plain<string>('int8range'),
  numrange: () => plain<string>('numrange'),
  tsrange: () => plain<string>('tsrange'),
  tstzrange: () => plain<string>('tstzrange'),
  daterange: () => plain<string>('daterange'),
  int4multirange: () => plain<string>('int4multirange'),
  int8multirange: () => plain<string>('int8multirange'),
  nummultirange: () => plain<string>('nummultirange'),
  tsmultirange: () => plain<string>('tsmultirange'),
  tstzmultirange: () => plain<string>('tstzmultirange'),
  datemultirange: () => plain<string>('datemultirange'),
  oid: () => plain<number>('oid'),
  regclass: () => plain<string>('regclass'),
  regproc: () => plain<string>('regproc'),
  regtype: () => plain<string>('regtype'),
  pgLsn: () => plain<string>('pg_lsn'),
  pgSnapshot: () => plain<string>('pg_snapshot'),
  xid8: () => plain<string>('xid8'),
  /** A declared type, or any other by its name as SQL writes it: `c.type<Point>('public.geometry(Point,4326)')`. */
  type: <T = unknown>(type: TypeTarget<T> | string) =>
    typeof type === 'string' ? plain<T>(type) : plain<T>(qualified(...type[nameParts]), [type[targetId]]),
}

export type ColumnTypes = typeof columnTypes
