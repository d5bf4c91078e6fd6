import type { Kind } from '../kind.js'
import type { EnumAttributes } from './enum.js'

export const render: NonNullable<Kind<EnumAttributes>['render']> = (
  { id, attributes: { schema, name, labels = [] } },
  writer,
) => {
  const values = writer.list(labels.map((label) => writer.string(label)))
  const expression = `${writer.use('enumType')}(${writer.name(schema, name)}, ${values})${writer.with(id)}`
  return { as: 'declaration', file: 'types', name, expression }
}
