import type { Part } from '../../declare/declaration.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareLazily } from '../../declare/object.js'
import { qualified } from '../../sql/identifier.js'
import { columnTypes, type ColumnTypes, type TypeTarget } from '../column/types.js'
import type { ColumnBuilder } from '../column/declare.js'
import { CommentBuilder } from '../comment/declare.js'
import { compositeTypeKind, type CompositeTypeAttributes } from './composite-type.js'

type Fields = Readonly<Record<string, ColumnBuilder>>
type ValueOf<B> = B extends ColumnBuilder<infer S> ? S['type'] | null : never

/** A declared composite type; `T` is what an application sees of a value. */
export interface CompositeType<T> extends TypeTarget<T> {
  /** Adds parts such as `comment('…')`, `owner(role)`, `grant(role).to('usage')`. */
  with(...parts: readonly Part[]): this
}

/**
 * A composite type (CREATE TYPE … AS). Attributes are described like columns, by their type and collation.
 *
 * @example
 * export const address = compositeType('address', (c) => ({ street: c.text(), zip: c.varchar(10).collate('C') }))
 */
export function compositeType<F extends Fields>(
  name: Name,
  attributes: (c: ColumnTypes) => F,
  { renamedFrom }: { readonly renamedFrom?: string } = {},
): CompositeType<{ [K in keyof F]: ValueOf<F[K]> }> {
  const type = { schema: schemaOf(name), name: nameOf(name) }
  return declareLazily<CompositeTypeAttributes>(compositeTypeKind, type, () => {
    const fields = Object.entries(attributes(columnTypes))
    const described = fields.map(
      ([
        key,
        {
          attributes: { type: text = '', collation },
        },
      ]) => ({
        name: key,
        type: text,
        ...(collation !== undefined && { collation }),
      }),
    )
    const renamed = fields.flatMap(([key, field]) => {
      const from = field.formerName
      return from === undefined ? [] : [[key, from] as const]
    })
    // COMMENT ON COLUMN names an attribute, which is no object of its own.
    const parts = fields.flatMap(([key, field]) =>
      field.parts.map((part) =>
        part instanceof CommentBuilder ? part.onPart(`column ${qualified(type.schema, type.name, key)}`) : part,
      ),
    )
    return {
      attributes: {
        ...type,
        attributes: described,
        ...(renamed.length > 0 && { renamed: Object.fromEntries(renamed) }),
      },
      requires: fields.flatMap(([, field]) => field.requires),
      parts,
      renamedFrom,
    }
  })
}
