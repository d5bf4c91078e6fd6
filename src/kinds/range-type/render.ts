import { collationCode } from '../column/render.js'
import { functionCode, typeCode } from '../function/render.js'
import type { Kind } from '../kind.js'
import type { RangeTypeAttributes } from './range-type.js'

export const render: NonNullable<Kind<RangeTypeAttributes>['render']> = ({ id, attributes: type }, writer) => {
  const options = writer.object({
    subtype: typeCode(type.subtype, writer),
    opclass: type.opclass && writer.string(type.opclass),
    collation: type.collation && collationCode(type.collation, writer),
    canonical: type.canonical && functionCode(type.canonical, writer),
    subtypeDiff: type.subtypeDiff && functionCode(type.subtypeDiff, writer),
    multirange: type.multirange && writer.string(type.multirange),
  })
  const expression = `${writer.use('rangeType')}(${writer.name(type.schema, type.name)}, ${options})${writer.with(id)}`
  return { as: 'declaration', file: 'types', name: type.name, expression }
}
