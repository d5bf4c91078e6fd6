import type { DeclaredObject, Part } from '../../declare/declaration.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareLazily } from '../../declare/object.js'
import { qualified } from '../../sql/identifier.js'
import { columnTypes, type ColumnTypes, type TypeTarget } from '../column/types.js'
import type { ColumnBuilder } from '../column/declare.js'
import { domainKind, type DomainAttributes } from './domain.js'

/** A declared domain; `T` is what an application sees of a value. */
export interface Domain<T> extends TypeTarget<T> {
  /** Adds parts such as `comment('…')`, `owner(role)`, `grant(role).to('usage')`. */
  with(...parts: readonly Part[]): this
}

export interface DomainOptions {
  /** `check('email_check', sql`VALUE ~ '@'`)` */
  readonly checks?: readonly Part[]
  /** The domain's name before. */
  readonly renamedFrom?: string
}

type ValueOf<B> = B extends ColumnBuilder<infer S> ? S['type'] : never

/**
 * A domain (CREATE DOMAIN): a type described like a column, by its collation, default and NOT NULL, with its checks.
 *
 * @example
 * export const email = domain('email', (c) => c.text().collate('C'), { checks: [check('email_check', sql`VALUE ~ '@'`)] })
 */
export function domain<B extends ColumnBuilder>(
  name: Name,
  base: (c: ColumnTypes) => B,
  { checks = [], renamedFrom }: DomainOptions = {},
): Domain<ValueOf<B>> {
  const named = { schema: schemaOf(name), name: nameOf(name) }
  return declareLazily<DomainAttributes>(domainKind, named, () => {
    const builder = base(columnTypes)
    const { attributes: column, notNullOptions, requires, parts } = builder
    const expression = builder.defaultExpression()
    const attributes: DomainAttributes = {
      ...named,
      type: column.type ?? '',
      ...(column.collation !== undefined && { collation: column.collation }),
      ...(expression !== undefined && { default: expression }),
      ...(notNullOptions !== undefined && { notNull: true }),
      ...(notNullOptions?.name !== undefined && { notNullName: notNullOptions.name }),
    }
    return { attributes, requires, parts: [...parts, ...checks.map(ofDomain)], renamedFrom }
  })
}

/** A check of a table, as one of a domain. */
const ofDomain = (check: Part): Part => ({
  objects: (domain) => {
    const table = `constraint ${qualified(domain.schema, domain.name)}.`
    return check.objects(domain).map((object): DeclaredObject => {
      const { table: name, target, ...attributes } = object.attributes as { table?: string; target?: string }
      if (object.kind === 'constraint')
        return { ...object, kind: 'domain-constraint', attributes: { ...attributes, domain: name } }
      const moved = target?.startsWith(table) ? `domain-${target}` : target
      return { ...object, attributes: { ...object.attributes, target: moved } }
    })
  },
})
