import { enclose, indent } from '../../pull/layout.js'
import { optionsText as foreignOptionsText } from '../foreign-data-wrapper/options.js'
import { qualified } from '../../sql/identifier.js'
import { keyCode } from '../index/render-key.js'
import type { Writer } from '../kind.js'
import { foreignOptionsOf } from './foreign.js'
import type { TableAttributes } from './table.js'

/** `(t) => ({ … })`, or undefined where there is nothing to say. */
export function optionsText(
  table: TableAttributes,
  lists: ReadonlyMap<string, readonly string[]>,
  writer: Writer,
  more: Readonly<Record<string, string | undefined>> = {},
): string | undefined {
  const own: Record<string, string | undefined> = {
    unlogged: table.unlogged ? 'true' : undefined,
    partitionBy: table.partitionBy === undefined ? undefined : partitionKey(table.partitionBy, writer),
    of: table.of === undefined ? undefined : (writer.type(table.of) ?? writer.string(table.of)),
    options: table.options === undefined ? undefined : storageOptions(table.options, writer),
    tablespace: table.tablespace === undefined ? undefined : writer.string(table.tablespace),
    foreign: table.foreign === undefined ? undefined : foreign(table, table.foreign, writer),
    accessMethod: table.accessMethod === undefined ? undefined : writer.string(table.accessMethod),
    rowSecurity: table.forceRowSecurity
      ? table.rowSecurity
        ? `'force'`
        : `'force-only'`
      : table.rowSecurity
        ? 'true'
        : undefined,
    ...more,
  }
  const entries = [
    ...Object.entries(own).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
    ...[...lists].map(([key, items]) => `${key}: ${enclose('[', items, ']')}`),
  ]
  if (entries.length === 0) return undefined
  const text = entries.map((entry) => `${indent(entry)},\n`).join('')
  return `(${/\bt[.[]/.test(text) ? 't' : ''}) => ({\n${text}})`
}

const foreign = (table: TableAttributes, server: string, writer: Writer): string =>
  writer.object({
    server: writer.ref(`server ${qualified(server)}`) ?? writer.string(server),
    options: foreignOptionsText(foreignOptionsOf(table), table.name, writer),
  })

const name = String.raw`(?:"(?:[^"]|"")*"|[\w$])+`
const keyPart = new RegExp(
  `^([a-z_][a-z0-9_$]*|"(?:[^"]|"")*")(?: COLLATE (${name}(?:\\.${name})?))?(?: (${name}(?:\\.${name})?))?$`,
)

/** A column of a key, with the collation and the operator class that it is compared by. */
function columnOfKey(text: string, writer: Writer): string | undefined {
  const [found, column = '', collation, opclass] = keyPart.exec(text) ?? []
  if (found === undefined) return undefined
  const plain = column.startsWith('"') ? column.slice(1, -1).replaceAll('""', '"') : column
  return keyCode({ column: plain, ...(collation && { collation }), ...(opclass && { opclass }) }, writer)
}

/** `range(t.ts)`; a key that has expressions is written as SQL. */
export function partitionKey(partitionBy: string, writer: Writer): string {
  const [, strategy = '', key = ''] = /^(\w+) \((.*)\)$/s.exec(partitionBy) ?? []
  const columns = key.split(', ').map((column) => columnOfKey(column, writer))
  const text = columns.includes(undefined) ? writer.sql(key) : columns.join(', ')
  return `${writer.use(strategy.toLowerCase())}(${text})`
}

/** `{ fillfactor: 70 }`; `-fastupdate` is what takes away one that the parent has: `{ fastupdate: null }`. */
export function storageOptions(options: readonly string[], writer: Writer): string {
  return writer.object(
    Object.fromEntries(
      options.map((option) => {
        if (option.startsWith('-')) return [option.slice(1), 'null']
        const at = option.indexOf('=')
        const value = option.slice(at + 1)
        return [
          option.slice(0, at),
          /^(?:true|false|\d{1,15})$/.test(value) && String(JSON.parse(value)) === value ? value : writer.string(value),
        ]
      }),
    ),
  )
}
