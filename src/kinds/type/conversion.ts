const jsons: ReadonlySet<string> = new Set(['json', 'jsonb'])

/** Types between which PostgreSQL converts on assignment: ALTER COLUMN … TYPE needs no USING, and refuses what does not fit. */
const families: readonly ReadonlySet<string>[] = [
  new Set(['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision']),
  new Set(['date', 'timestamp without time zone', 'timestamp with time zone']),
  new Set(['time without time zone', 'time with time zone']),
  jsons,
  new Set(['inet', 'cidr']),
  new Set(['bit', 'bit varying']),
]

/** Anything becomes text on assignment. */
const texts = new Set(['text', 'character varying', 'character'])

/** Casts that only an explicit conversion may use, beside those to and from text. */
const explicit: ReadonlySet<string> = new Set(
  `integer>boolean boolean>integer integer>bit bigint>bit bit>integer bit>bigint integer>oid bigint>oid oid>integer oid>bigint
  smallint>oid integer>money bigint>money numeric>money money>numeric jsonb>boolean jsonb>smallint jsonb>integer jsonb>bigint
  jsonb>numeric jsonb>real jsonb>double_precision integer>"char" "char">integer macaddr>macaddr8 macaddr8>macaddr
  time_without_time_zone>interval interval>time_without_time_zone timestamp_without_time_zone>time_without_time_zone
  timestamp_with_time_zone>time_without_time_zone timestamp_with_time_zone>time_with_time_zone
  box>circle circle>box box>polygon polygon>box circle>polygon polygon>circle polygon>path path>polygon box>point circle>point
  polygon>point lseg>point point>box box>lseg int4range>int4multirange int8range>int8multirange numrange>nummultirange
  daterange>datemultirange tsrange>tsmultirange tstzrange>tstzmultirange`.split(/\s+/),
)

/** `character varying` for `character varying(30)`, `timestamp with time zone` for `timestamp(3) with time zone`. */
export const baseType = (type: string): string =>
  type.startsWith('interval') && !type.endsWith('[]') ? 'interval' : type.replace(/\((?:-?\d+)(?:,-?\d+)*\)/, '')

const canAssign = (from: string, to: string): boolean =>
  from === to || texts.has(to) || families.some((family) => family.has(from) && family.has(to))

const canCast = (from: string, to: string): boolean =>
  canAssign(from, to) || texts.has(from) || explicit.has(`${from}>${to}`.replaceAll(' ', '_'))

/** IS NOT NULL asks of every field of a row, if the type is one. */
const isThere = (value: string, type: string): string =>
  type.includes('.') ? `${value} IS DISTINCT FROM NULL` : `${value} IS NOT NULL`

/**
 * What follows USING when a column changes its type, `undefined` where PostgreSQL converts by itself. Types between which
 * there is no cast are converted by way of text; one value becomes a list of one and back.
 */
export function conversion(value: string, from: string, to: string): string | undefined {
  const before = baseType(from)
  const after = baseType(to)
  const wasList = before.endsWith('[]')
  const isList = after.endsWith('[]')
  const json = jsonConversion(value, before, after, to)
  if (json !== undefined) return json
  if (wasList && texts.has(after))
    return `CASE WHEN cardinality(${value}) = 1 THEN ${value}[1]::text ELSE ${value}::text END`
  // What letters there are stay letters, and come back from the text as the bytes that they are.
  if (before === 'bytea' && texts.has(after)) return `encode(${value}, 'escape')`
  if (canAssign(before, after)) return undefined
  if (isList && texts.has(before))
    return `CASE WHEN ${value} LIKE '{%}' THEN ${value}::${to} WHEN ${value} IS NOT NULL THEN ARRAY[${value}]::${to} END`
  if (wasList && isList) {
    const elements = [before.slice(0, -2), after.slice(0, -2)] as const
    if (canAssign(...elements)) return undefined
    return canCast(...elements) ? `${value}::${to}` : `${value}::text[]::${to}`
  }
  if (isList && canCast(before, after.slice(0, -2)))
    return `CASE WHEN ${isThere(value, before)} THEN ARRAY[${value}]::${to} END`
  if (wasList && canCast(before.slice(0, -2), after)) return `${value}[1]::${to}`
  if (canCast(before, after)) return `${value}::${to}`
  // Truth values have a cast to and from integer alone.
  const numbers = families[0]!
  if ((before === 'boolean' && numbers.has(after)) || (numbers.has(before) && after === 'boolean'))
    return `${value}::integer::${to}`
  return `${value}::text::${to}`
}

/**
 * Into JSON by what PostgreSQL makes of a value, and out of it by the text of the value; a list is one in both. USING takes no
 * query: the items of a list are read as those of a field that is one, `reloptions text[]` of the rows of pg_class.
 */
function jsonConversion(value: string, before: string, after: string, to: string): string | undefined {
  if (jsons.has(after)) return jsons.has(before) || texts.has(before) ? undefined : `to_${after}(${value})`
  if (!jsons.has(before) || after === `${before}[]`) return undefined
  if (after.endsWith('[]')) {
    const row = `jsonb_populate_record(NULL::pg_catalog.pg_class, jsonb_build_object('reloptions', ${value}))`
    const list = `(${row}).reloptions::${to}`
    return `CASE WHEN jsonb_typeof(${value}::jsonb) = 'array' THEN ${list} WHEN ${value} IS NOT NULL THEN ARRAY[${value} #>> '{}']::${to} END`
  }
  return canCast(before, after) ? undefined : `(${value} #>> '{}')::${to}`
}
