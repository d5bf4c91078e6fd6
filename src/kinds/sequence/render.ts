import { qualified } from '../../sql/identifier.js'
import { propertyKey } from '../../pull/layout.js'
import type { Kind, Writer } from '../kind.js'
import type { SequenceOwnerAttributes } from './owner.js'
import type { SequenceAttributes } from './sequence.js'
import { isSerial } from './serial.js'

export const render: NonNullable<Kind<SequenceAttributes>['render']> = ({ id, attributes: sequence }, writer) => {
  if (isSerial(sequence, writer.snapshot, (part) => writer.children(part))) return undefined
  const { schema, name, type, unlogged, cycle, start, increment, min, max, cache } = sequence
  const options = writer.object({
    as: type && writer.string(type),
    start: number(start, writer),
    increment: number(increment, writer),
    min: number(min, writer),
    max: number(max, writer),
    cache: number(cache, writer),
    cycle: cycle ? 'true' : undefined,
    unlogged: unlogged ? 'true' : undefined,
    ownedBy: owner(sequence, writer),
  })
  const call = `${writer.use('sequence')}(${writer.name(schema, name)}${options === '{}' ? '' : `, ${options}`})`
  return { as: 'declaration', file: 'sequences', name, expression: `${call}${writer.with(id)}` }
}

/** A number that JavaScript holds exactly, else text. */
const number = (value: string | undefined, writer: Writer): string | undefined =>
  value === undefined || Number.isSafeInteger(Number(value)) ? value : writer.string(value)

function owner({ schema, name }: SequenceAttributes, writer: Writer): string | undefined {
  const object = writer.snapshot.objects.get(`sequence-owner ${qualified(schema, name)}`)
  if (object === undefined) return undefined
  const { column } = object.attributes as SequenceOwnerAttributes
  const table = writer.ref(`table ${qualified(column.schema, column.table)}`)
  if (table === undefined) return undefined
  const key = propertyKey(column.name)
  return `() => ${table}${key === column.name ? `.${key}` : `[${key}]`}`
}
