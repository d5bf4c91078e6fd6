import { enclose, indent } from '../../pull/layout.js'
import { qualified } from '../../sql/identifier.js'
import type { Kind, Writer } from '../kind.js'
import { parentsOf } from '../partition/attachment.js'
import { inheritedColumns, renderPartition } from '../partition/render.js'
import { optionsText as foreignOptionsText } from '../foreign-data-wrapper/options.js'
import { foreignOptionsOf } from './foreign.js'
import type { PartitionPolicyAttributes } from '../partition-policy/partition-policy.js'
import type { TableAttributes } from './table.js'

export const render: NonNullable<Kind<TableAttributes>['render']> = (object, writer) => {
  const { id, attributes: table } = object
  const partition = renderPartition(object, writer)
  if (partition !== undefined) return partition
  const lists = new Map(writer.lists(id))
  const columns = [...inheritedColumns(qualified(table.schema, table.name), writer), ...(lists.get('columns') ?? [])]
  lists.delete('columns')
  const name = writer.name(table.schema, table.name)
  const body = columns.map((column) => `${indent(column)},\n`).join('')
  const policy = policyText(table, writer)
  const more = { inherits: inherits(table, writer), ...(policy !== undefined && { partitionBy: policy }) }
  const options = optionsText(table, lists, writer, more)
  const expression = `${writer.use(policy === undefined ? 'table' : 'telemetry')}(${name}, (c) => ({\n${body}})${options === undefined ? '' : `, ${options}`})`
  return { as: 'declaration', file: `tables/${table.name}`, name: table.name, expression }
}

/** `{ column: t.ts, every: '1 month', … }` of a table whose partitions a policy makes. */
function policyText(table: TableAttributes, writer: Writer): string | undefined {
  const policy = writer.snapshot.objects.get(`partition-policy ${qualified(table.schema, table.name)}`)
  if (policy === undefined) return undefined
  const { column, every, premake, retain, expired } = policy.attributes as PartitionPolicyAttributes
  return writer.object({
    column: writer.column(column),
    every: writer.string(every),
    premake,
    retain: retain === undefined ? undefined : writer.string(retain),
    expired: writer.string(expired),
  })
}

function inherits(table: TableAttributes, writer: Writer): string | undefined {
  const child = qualified(table.schema, table.name)
  if (writer.snapshot.objects.get(`inheritance ${child}`) === undefined) return undefined
  return writer.list(parentsOf(writer.snapshot, child).map((parent) => writer.ref(`table ${parent}`) ?? parent))
}

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

/** `range(t.ts)`; a key that is no list of plain columns is written as SQL. */
function partitionKey(partitionBy: string, writer: Writer): string {
  const [, strategy = '', key = ''] = /^(\w+) \((.*)\)$/s.exec(partitionBy) ?? []
  const columns = key.split(', ')
  const plain = columns.every((column) => /^[a-z_][a-z0-9_]*$/.test(column))
  const text = plain ? columns.map((column) => writer.column(column)).join(', ') : writer.sql(key)
  return `${writer.use(strategy.toLowerCase())}(${text})`
}

/** `{ fillfactor: 70 }`. */
export function storageOptions(options: readonly string[], writer: Writer): string {
  return writer.object(
    Object.fromEntries(
      options.map((option) => {
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
