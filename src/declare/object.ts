import { idOf, type Kind } from '../kinds/kind.js'
import { nameParts } from '../sql/sql.js'
import { origin, register, targetId, type DeclaredObject, type Part, type Target } from './declaration.js'

/** A declared object of its own, to name in SQL and in other declarations. */
export interface ObjectDeclaration extends Target {
  /** Adds parts such as `comment('…')`, `owner(role)`, `grant(role).to('execute')`. */
  with(...parts: readonly Part[]): this
}

export interface ObjectDescription<A extends object> {
  readonly attributes: A
  /** Ids of declared objects that it names. */
  readonly requires?: readonly string[]
  readonly parts?: readonly Part[]
  readonly renamedFrom?: string | undefined
}

/** Remembers a declared object. */
export function declareObject<A extends object>(
  kind: Kind,
  { attributes, requires = [], parts: given = [], renamedFrom }: ObjectDescription<A>,
): ObjectDeclaration {
  const at = origin()
  const { schema, name = '' } = attributes as { readonly schema?: string; readonly name?: string }
  const id = idOf(kind, attributes)
  const parts = [...given]
  const own: DeclaredObject = {
    kind: kind.name,
    attributes,
    requires,
    ...(renamedFrom !== undefined && { renamedFrom }),
  }
  const value: ObjectDeclaration = {
    [targetId]: id,
    [nameParts]: schema === undefined ? [name] : [schema, name],
    with(...more) {
      parts.push(...more)
      return value
    },
  }
  register({
    origin: at,
    objects: () => [own, ...parts.flatMap((part) => part.objects({ id, schema: schema ?? '', name }))],
  })
  return value
}
