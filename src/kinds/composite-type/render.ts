import { indent, propertyKey } from '../../pull/layout.js'
import { collationCode, columnType } from '../column/render.js'
import type { Kind } from '../kind.js'
import type { CompositeTypeAttributes } from './composite-type.js'

export const render: NonNullable<Kind<CompositeTypeAttributes>['render']> = (
  { id, attributes: { schema, name, attributes = [] } },
  writer,
) => {
  const lines = attributes.map(({ name: attribute, type, collation }) => {
    const collate = collation === undefined ? '' : `.collate(${collationCode(collation, writer)})`
    return `${indent(`${propertyKey(attribute)}: ${columnType(type, writer)}${collate}`)},\n`
  })
  const body = `(${lines.length === 0 ? '' : 'c'}) => ({\n${lines.join('')}})`
  const expression = `${writer.use('compositeType')}(${writer.name(schema, name)}, ${body})${writer.with(id)}`
  return { as: 'declaration', file: 'types', name, expression }
}
