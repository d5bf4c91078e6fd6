import { origin, register, targetId, type DeclaredObject, type Part, type Target } from '../../declare/declaration.js'
import { QualifiedName } from '../../declare/name.js'
import { nameParts } from '../../sql/sql.js'
import { idOf } from '../kind.js'
import { schemaKind } from './schema.js'

/** A schema; called with a name it gives that name in the schema: `table(app('users'), …)`. */
export interface Schema extends Target {
  (name: string): QualifiedName
  /** Adds parts such as `comment('…')`, `owner(role)`, `grant(role).to('usage')`. */
  with(...parts: readonly Part[]): this
}

export interface SchemaOptions {
  /** Its name before: it is renamed with all that is in it. */
  readonly renamedFrom?: string
}

/**
 * A schema (CREATE SCHEMA). `public` need not be declared.
 *
 * @example
 * const app = schema('app')
 * export const users = table(app('users'), (c) => ({ id: c.bigint().primaryKey() }))
 */
export function schema(name: string, { renamedFrom }: SchemaOptions = {}): Schema {
  const at = origin()
  const own: DeclaredObject = {
    kind: 'schema',
    attributes: { name },
    ...(renamedFrom !== undefined && { renamedFrom }),
  }
  const id = idOf(schemaKind, own.attributes)
  const parts: Part[] = []
  const value = Object.assign((local: string) => new QualifiedName(name, local), {
    [targetId]: id,
    [nameParts]: [name],
    with(...more: readonly Part[]) {
      parts.push(...more)
      return value
    },
  }) as Schema
  register({ origin: at, objects: () => [own, ...parts.flatMap((part) => part.objects({ id, schema: name, name }))] })
  return value
}
