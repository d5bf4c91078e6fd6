import type { Kind, Writer } from '../kind.js'
import type { StatisticsAttributes } from './statistics.js'

/** A name in another schema than the table's, `public` included. */
function elsewhere(schema: string, name: string, writer: Writer): string {
  if (schema !== 'public') return writer.name(schema, name)
  const constant = writer.ref('schema public') ?? `${writer.use('schema')}('public')`
  return `${constant}(${writer.string(name)})`
}

export const render: NonNullable<Kind<StatisticsAttributes>['render']> = ({ id, attributes: statistics }, writer) => {
  const { schema, tableSchema, name, columns = [], expressions = [], sorts, target } = statistics
  const items = [
    ...columns.map((column) => writer.column(column)),
    ...expressions.map((expression) => writer.sql(expression)),
  ]
  // A bare name is one in the schema of the table.
  const own = tableSchema === undefined ? writer.string(name) : elsewhere(schema, name, writer)
  const text = [
    `${writer.use('statistics')}(${own}).on(${items.join(', ')})`,
    sorts && `.of(${sorts.map((sort) => writer.string(sort)).join(', ')})`,
    target !== undefined && `.target(${target})`,
    writer.with(id),
  ]
  return { as: 'item', list: 'parts', text: text.filter(Boolean).join('') }
}
