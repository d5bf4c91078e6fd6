import type { CatalogObject } from '../../catalog/snapshot.js'
import { propertyKey } from '../../pull/layout.js'
import { qualified } from '../../sql/identifier.js'
import { inlineCall } from '../constraint/render.js'
import type { ConstraintAttributes } from '../constraint/constraint.js'
import type { Kind, Writer } from '../kind.js'
import { serialOf } from '../sequence/serial.js'
import { optionsText } from '../foreign-data-wrapper/options.js'
import { storageOptions } from '../table/render-options.js'
import type { ColumnAttributes, IdentityOptions } from './column.js'
import { isSaidByParent } from './sql.js'

export const render: NonNullable<Kind<ColumnAttributes>['render']> = ({ id, attributes: column }, writer) => {
  // What a child sets for itself is said where it takes its columns from the parent.
  if (isSaidByParent(column, writer.snapshot)) return undefined
  const constraints = inlineConstraints(column, writer)
  const serial = serialOf(column, writer.snapshot, (part) => writer.children(part))
  const implicitNotNull =
    serial !== undefined || column.identity !== undefined || constraints.some((text) => text.startsWith('.primaryKey'))
  const calls = writer
    .children(id)
    .filter((child) => !(implicitNotNull && child.kind === 'not-null' && !('name' in child.attributes)))
    .filter((child) => serial === undefined || child.kind !== 'default')
    .map((child) => writer.render(child))
    .map((rendered) => (rendered?.as === 'call' ? rendered.text : ''))
  const text = [
    serial === undefined ? columnType(column.type, writer) : `c.${serial}()`,
    column.collation && `.collate(${collationCode(column.collation, writer)})`,
    column.generated && generatedCall(column.generated, writer),
    column.identity && identity(column.identity, writer),
    ...calls,
    ...constraints,
    column.storage && `.storage('${column.storage}')`,
    column.compression && `.compression('${column.compression}')`,
    column.statistics !== undefined && `.statistics(${column.statistics})`,
    column.options && `.options(${storageOptions(column.options, writer)})`,
    column.foreignOptions && `.foreignOptions(${optionsText({ options: column.foreignOptions }, column.name, writer)})`,
    writer.with(id),
  ]
  return { as: 'item', list: 'columns', text: `${propertyKey(column.name)}: ${text.filter(Boolean).join('')}` }
}

export const generatedCall = (
  { expression, kind }: NonNullable<ColumnAttributes['generated']>,
  writer: Writer,
): string => `.generatedAs(${writer.sql(expression)}${kind === 'virtual' ? `, 'virtual'` : ''})`

function inlineConstraints(column: ColumnAttributes, writer: Writer): string[] {
  const table = writer.children(tableId(column))
  return table.flatMap((child) =>
    child.kind === 'constraint'
      ? (inlineCall(child as CatalogObject<ConstraintAttributes>, column.name, writer) ?? [])
      : [],
  )
}

const tableId = ({ schema, table }: ColumnAttributes): string => `table ${qualified(schema, table)}`

function identity({ always, ...options }: IdentityOptions, writer: Writer): string {
  const entries = Object.entries(options).map(([key, value]) => {
    const text = String(value)
    return [key, value === true ? 'true' : /^-?\d{1,15}$/.test(text) ? text : writer.string(text)] as const
  })
  const call = always ? '.identityAlways' : '.identity'
  return `${call}(${entries.length === 0 ? '' : writer.object(Object.fromEntries(entries))})`
}

/** A system collation goes by its bare name. */
export function collationCode(name: string, writer: Writer): string {
  const system = /^pg_catalog\."?([^"]+)"?$/.exec(name)
  return system === null ? (writer.ref(`collation ${name}`) ?? writer.string(name)) : writer.string(system[1]!)
}

const sized: Readonly<Record<string, string>> = {
  'character varying': 'varchar',
  character: 'char',
  numeric: 'numeric',
  bit: 'bit',
  'bit varying': 'varbit',
}

const plain: Readonly<Record<string, string>> = {
  'double precision': 'doublePrecision',
  '"char"': 'internalChar',
  pg_lsn: 'pgLsn',
  pg_snapshot: 'pgSnapshot',
  ...Object.fromEntries(
    `smallint integer bigint real money boolean text name bytea uuid date json jsonb jsonpath xml inet cidr macaddr macaddr8 point
    line lseg box path polygon circle tsvector tsquery int4range int8range numrange tsrange tstzrange daterange int4multirange
    int8multirange nummultirange tsmultirange tstzmultirange datemultirange oid regclass regproc regtype xid8`
      .split(/\s+/)
      .map((name) => [name, name]),
  ),
}

/** `c.varchar(30)` for `character varying(30)`, `c.type(mood)` for a declared type. */
export function columnType(type: string, writer: Writer): string {
  if (type.endsWith('[]')) return `${columnType(type.slice(0, -2), writer)}.array()`
  if (Object.hasOwn(plain, type)) return `c.${plain[type]}()`
  const withSize = /^(character varying|character|numeric|bit varying|bit)(?:\(([-\d,]+)\))?$/.exec(type)
  if (withSize !== null) return `c.${sized[withSize[1]!]}(${(withSize[2] ?? '').replace(',', ', ')})`
  const time = /^(timestamp|time)(?:\((\d)\))? with(out)? time zone$/.exec(type)
  if (time !== null) return `c.${time[1]}${time[3] === undefined ? 'tz' : ''}(${time[2] ?? ''})`
  const interval = /^interval(?: ([a-z ]+))?(?:\((\d)\))?$/.exec(type)
  if (interval !== null) {
    const [, fields, precision] = interval
    const entries = { fields: fields && writer.string(fields), precision }
    return `c.interval(${fields === undefined && precision === undefined ? '' : writer.object(entries)})`
  }
  return `c.type(${writer.type(type) ?? writer.string(type)})`
}
