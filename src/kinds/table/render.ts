import { indent } from '../../pull/layout.js'
import { qualified } from '../../sql/identifier.js'
import type { Kind, Writer } from '../kind.js'
import { parentsOf } from '../partition/attachment.js'
import { inheritedColumns, renderPartition } from '../partition/render.js'
import { optionsText } from './render-options.js'
import { policyText } from '../partition-policy/render.js'
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
  const policy = policyText(qualified(table.schema, table.name), writer)
  const more = { inherits: inherits(table, writer), ...(policy !== undefined && { partitionBy: policy }) }
  const options = optionsText(table, lists, writer, more)
  const expression = `${writer.use(policy === undefined ? 'table' : 'telemetry')}(${name}, (c) => ({\n${body}})${options === undefined ? '' : `, ${options}`})`
  return { as: 'declaration', file: `tables/${table.name}`, name: table.name, expression }
}

function inherits(table: TableAttributes, writer: Writer): string | undefined {
  const child = qualified(table.schema, table.name)
  if (writer.snapshot.objects.get(`inheritance ${child}`) === undefined) return undefined
  return writer.list(parentsOf(writer.snapshot, child).map((parent) => writer.ref(`table ${parent}`) ?? parent))
}
