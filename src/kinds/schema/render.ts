import type { Kind } from '../kind.js'
import type { SchemaAttributes } from './schema.js'

export const render: Kind<SchemaAttributes>['render'] = ({ id, attributes: { name } }, writer) => {
  const parts = writer.with(id)
  // `public` is there anyway: it is written only when something is said of it.
  if (name === 'public' && parts === '') return undefined
  return {
    as: 'declaration',
    file: 'schemas',
    name,
    expression: `${writer.use('schema')}(${writer.string(name)})${parts}`,
  }
}
