import { collationCode } from '../column/render.js'
import { functionCode, typeCode } from '../function/render.js'
import type { Kind } from '../kind.js'
import type { RangeTypeAttributes } from './range-type.js'

export const render: NonNullable<Kind<RangeTypeAttributes>['render']> = ({ id, attributes: type }, writer) => {
  // A function over a declared type stands in a file that takes the type from this one: it is called by its name.
  const isDeclared = writer.type(type.subtype) !== undefined
  const toCode = (name: string): string => (isDeclared ? writer.string(name) : functionCode(name, writer))
  const options = writer.object({
    subtype: typeCode(type.subtype, writer),
    opclass: type.opclass && writer.string(type.opclass),
    collation: type.collation && collationCode(type.collation, writer),
    canonical: type.canonical && toCode(type.canonical),
    subtypeDiff: type.subtypeDiff && toCode(type.subtypeDiff),
    multirange: type.multirange && writer.string(type.multirange),
  })
  const expression = `${writer.use('rangeType')}(${writer.name(type.schema, type.name)}, ${options})${writer.with(id)}`
  return { as: 'declaration', file: 'types', name: type.name, expression }
}
