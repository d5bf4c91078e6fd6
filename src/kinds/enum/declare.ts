import { declareObject } from '../../declare/object.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import type { Part } from '../../declare/declaration.js'
import type { TypeTarget } from '../column/types.js'
import { enumKind } from './enum.js'

export interface EnumOptions<Label extends string> {
  /** Names that values had before, by their names now: `{ unhappy: 'sad' }`. */
  readonly renamed?: Readonly<Partial<Record<Label, string>>>
  /** The type's name before. */
  readonly renamedFrom?: string
}

/** A declared enum. */
export interface EnumType<Label extends string> extends TypeTarget<Label> {
  /** The values, in their order. */
  readonly values: readonly Label[]
  /** Adds parts such as `comment('…')`, `owner(role)`, `grant(role).to('usage')`. */
  with(...parts: readonly Part[]): this
}

/**
 * An enumerated type (CREATE TYPE … AS ENUM). Values can be added anywhere, renamed, removed and put in another order.
 *
 * @example
 * export const mood = enumType('mood', ['sad', 'ok', 'happy'])
 * export const people = table('people', (c) => ({ mood: c.type(mood).notNull() })) // 'sad' | 'ok' | 'happy'
 */
export function enumType<const Label extends string>(
  name: Name,
  values: readonly Label[],
  { renamed, renamedFrom }: EnumOptions<Label> = {},
): EnumType<Label> {
  const attributes = { schema: schemaOf(name), name: nameOf(name), labels: values, renamed }
  return Object.assign(declareObject(enumKind, { attributes, renamedFrom }), { values })
}
