import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import type { DeclaredObject } from '../../declare/declaration.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteLiteral } from '../../sql/identifier.js'
import type { ColumnAttributes } from '../column/column.js'
import type { SequenceOwnerAttributes } from './owner.js'
import type { SequenceAttributes } from './sequence.js'

/** Where a column stands. */
interface Place {
  readonly schema: string
  readonly table: string
  readonly name: string
}

const words: Readonly<Record<string, string>> = { smallint: 'smallserial', integer: 'serial', bigint: 'bigserial' }

const sequenceOf = ({ schema, table, name }: Place) => ({ schema, name: defaultName([table, name], 'seq') })

/** What `serial` stands for beside the column and its NOT NULL (Manual, 8.1.4). */
export function serialObjects(column: Place, type: string): DeclaredObject[] {
  const own = sequenceOf(column)
  const text = qualified(own.schema, own.name)
  const { schema, table, name } = column
  const sequence: SequenceAttributes = { ...own, ...(type !== 'bigint' && { type: type as 'integer' }) }
  const owner: SequenceOwnerAttributes = { ...own, column }
  const expression = `nextval(${quoteLiteral(text)}::regclass)`
  return [
    { kind: 'sequence', attributes: sequence },
    { kind: 'sequence-owner', attributes: owner },
    { kind: 'default', attributes: { schema, table, column: name, expression }, requires: [`sequence ${text}`] },
  ]
}

/** `serial`, `bigserial` or `smallserial` where that says all of a column with its sequence. */
export function serialOf(
  { schema, table, name, type, identity, generated, inherited }: ColumnAttributes,
  snapshot: Snapshot,
  parts: (id: string) => readonly CatalogObject[],
): string | undefined {
  const word = words[type]
  if (word === undefined || identity !== undefined || generated !== undefined || inherited) return undefined
  const place = { schema, table, name }
  const found = (object: DeclaredObject): boolean => {
    const { kind, attributes } = object as { kind: string; attributes: Record<string, unknown> }
    const id = idOfPart(kind, attributes)
    const there = snapshot.objects.get(id)?.attributes as Record<string, unknown> | undefined
    return there !== undefined && parts(id).length === 0 && sameEntries(there, attributes)
  }
  const notNull = snapshot.objects.has(`not-null ${qualified(schema, table, name)}`)
  return notNull && serialObjects(place, type).every(found) ? word : undefined
}

function idOfPart(kind: string, attributes: Record<string, unknown>): string {
  const { schema, table, column, name } = attributes as Record<string, string>
  return kind === 'default' ? `default ${qualified(schema!, table!, column!)}` : `${kind} ${qualified(schema!, name!)}`
}

const sameEntries = (one: Record<string, unknown>, other: Record<string, unknown>): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

/** True for a sequence that `serial` of its column stands for. */
export function isSerial(
  sequence: SequenceAttributes,
  snapshot: Snapshot,
  parts: (id: string) => readonly CatalogObject[],
): boolean {
  const owner = snapshot.objects.get(`sequence-owner ${qualified(sequence.schema, sequence.name)}`)
  if (owner === undefined) return false
  const { schema, table, name } = (owner.attributes as SequenceOwnerAttributes).column
  const column = snapshot.objects.get(`column ${qualified(schema, table, name)}`)?.attributes as
    | ColumnAttributes
    | undefined
  const own = sequenceOf({ schema, table, name })
  return (
    column !== undefined &&
    own.schema === sequence.schema &&
    own.name === sequence.name &&
    serialOf(column, snapshot, parts) !== undefined
  )
}
