import type { DeclaredObject, Part } from '../../declare/declaration.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { qualified, quoteLiteral } from '../../sql/identifier.js'
import { Sql } from '../../sql/sql.js'
import type { Column } from '../column/reference.js'
import { sequenceKind, type SequenceAttributes } from './sequence.js'

export interface SequenceDeclarationOptions {
  /** `bigint` by default. */
  readonly as?: 'smallint' | 'integer' | 'bigint'
  readonly start?: number | bigint | string
  readonly increment?: number | bigint | string
  readonly min?: number | bigint | string
  readonly max?: number | bigint | string
  readonly cache?: number | bigint | string
  readonly cycle?: boolean
  /** UNLOGGED (15). */
  readonly unlogged?: boolean
  /** The column with which it is dropped: `() => orders.id`. */
  readonly ownedBy?: () => Column
  /** The sequence's name before. */
  readonly renamedFrom?: string
}

/** A declared sequence. */
export interface Sequence extends ObjectDeclaration {
  /** `nextval(…)`, for a default. */
  next(): Sql
}

/**
 * A sequence (CREATE SEQUENCE). For the number of a row, an identity column or `c.serial()` is shorter.
 *
 * @example
 * export const invoiceNumbers = sequence('invoice_numbers', { start: 1000, cycle: true })
 * export const invoices = table('invoices', (c) => ({ number: c.bigint().default(invoiceNumbers.next()) }))
 */
export function sequence(name: Name, options: SequenceDeclarationOptions = {}): Sequence {
  const { as = 'bigint', cycle, unlogged, ownedBy, renamedFrom, ...numbers } = options
  const attributes: SequenceAttributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    ...(as !== 'bigint' && { type: as }),
    ...Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)])),
    ...(cycle && { cycle }),
    ...(unlogged && { unlogged }),
  }
  const { schema, name: own } = attributes
  const parts = ownedBy === undefined ? [] : [owner(ownedBy)]
  const next = new Sql([`nextval(${quoteLiteral(qualified(schema, own))})`])
  return Object.assign(declareObject(sequenceKind, { attributes, parts, renamedFrom }), { next: () => next })
}

const owner = (column: () => Column): Part => ({
  objects: ({ schema, name }) => [ownerObject(schema, name, column())],
})

const ownerObject = (schema: string, name: string, { table, name: column }: Column): DeclaredObject => ({
  kind: 'sequence-owner',
  attributes: { schema, name, column: { schema: table.schema, table: table.name, name: column } },
})
