import type { SchemaElement } from 'hyparquet'

/** A value as Parquet holds it. */
export type Value = string | number | bigint | boolean | Uint8Array | null

/**
 * How a type of PostgreSQL is kept in Parquet. `decode` gives back the text that `encode` was given; where it does not (an
 * infinite time), the column is written as text instead, which is found when the file is read back.
 */
interface Form {
  readonly element: Omit<SchemaElement, 'name'>
  encode(text: string): Value
  decode(value: Value): string
}

/** A column of an archive. */
export interface ArchiveColumn {
  readonly name: string
  /** As PostgreSQL writes it. */
  readonly type: string
  /** True where it is kept as PostgreSQL's text. */
  readonly asText?: boolean
  /** SHA-256 over the text of all values in the order of the file. */
  readonly checksum?: string
}

const utf8 = new TextEncoder()
const fromUtf8 = new TextDecoder()

const text: Form = {
  element: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  encode: (value) => value,
  decode: (value) => (value instanceof Uint8Array ? fromUtf8.decode(value) : String(value)),
}
// The text stays as it is: as a value of JavaScript a number with many digits would lose some.
const json: Form = {
  element: { type: 'BYTE_ARRAY', logical_type: { type: 'JSON' } },
  encode: (value) => utf8.encode(value),
  decode: text.decode,
}
const integer: Form = { element: { type: 'INT32' }, encode: Number, decode: String }
const double: Form = { element: { type: 'DOUBLE' }, encode: Number, decode: (value) => doubleText(value as number) }
const timestamp = (zone: '' | '+00'): Form => ({
  element: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: zone !== '', unit: 'MICROS' } },
  encode: (value) => {
    const [seconds, fraction = ''] = value.replace(zone, '').split('.')
    return BigInt(Date.parse(`${seconds!.replace(' ', 'T')}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0'))
  },
  decode: (value) => {
    const micros = value as bigint
    const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n
    const seconds = new Date(Number((micros - fraction) / 1000n)).toISOString().slice(0, 19).replace('T', ' ')
    return `${seconds}${fraction === 0n ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`}${zone}`
  },
})

const forms: Readonly<Record<string, Form>> = {
  smallint: integer,
  integer,
  bigint: { element: { type: 'INT64' }, encode: BigInt, decode: String },
  real: double,
  'double precision': double,
  boolean: {
    element: { type: 'BOOLEAN' },
    encode: (value) => value === 't',
    decode: (value) => (value === true ? 't' : 'f'),
  },
  'timestamp with time zone': timestamp('+00'),
  'timestamp without time zone': timestamp(''),
  date: {
    element: { type: 'INT32', converted_type: 'DATE' },
    encode: (value) => finite(Date.parse(`${value}T00:00Z`)) / 86_400_000,
    decode: (value) => new Date((value as number) * 86_400_000).toISOString().slice(0, 10),
  },
  uuid: {
    element: { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } },
    encode: (value) => value,
    decode: String,
  },
  json,
  jsonb: json,
  bytea: {
    element: { type: 'BYTE_ARRAY' },
    encode: (value) => Buffer.from(value.slice(2), 'hex'),
    decode: (value) => `\\x${Buffer.from(value as Uint8Array).toString('hex')}`,
  },
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('no number stands for this value')
  return value
}

/** `numeric(10,2)`: a decimal, as far as a double tells all of its digits apart. */
function decimal(type: string): Form | undefined {
  const [, digits, scaleText] = /^numeric\((\d+),(\d+)\)$/.exec(type) ?? []
  // Parquet knows no scale beyond the precision.
  if (digits === undefined || Number(digits) > 15 || Number(scaleText) > Number(digits)) return undefined
  const scale = Number(scaleText)
  return {
    element: { type: 'INT64', converted_type: 'DECIMAL', precision: Number(digits), scale },
    encode: (value) => BigInt(value.replace('.', '')),
    decode: (value) => (value as number).toFixed(scale),
  }
}

/** How a column is kept: natively where there is a form for its type, else as text. */
export function formOf({ type, asText }: ArchiveColumn): Form {
  if (asText) return text
  return forms[type.replace(/^(timestamp)(?:\(\d\))/, '$1')] ?? decimal(type) ?? text
}

/** The element of a Parquet schema. */
export const elementOf = (column: ArchiveColumn): SchemaElement => ({
  name: column.name,
  repetition_type: 'OPTIONAL',
  ...formOf(column).element,
})

/** The shortest text, as PostgreSQL writes a double precision. */
function doubleText(value: number): string {
  const [digits, exponent] = value.toExponential().split('e')
  const power = Number(exponent)
  if (!Number.isFinite(value) || (power >= -4 && power < 15)) return Object.is(value, -0) ? '-0' : String(value)
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
