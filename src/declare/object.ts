import { idOf, type Kind } from '../kinds/kind.js'
import { nameParts } from '../sql/sql.js'
import { origin, register, targetId, type Part, type Target } from './declaration.js'

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
export const declareObject = <A extends object>(kind: Kind, description: ObjectDescription<A>): ObjectDeclaration =>
  declareLazily(kind, description.attributes, () => description)

/** The same of one that is described when all files are loaded: what it names may stand in a file that imports its own. */
export function declareLazily<A extends object>(
  kind: Kind,
  named: Partial<A>,
  describe: () => ObjectDescription<A>,
): ObjectDeclaration {
  const at = origin()
  const { schema, name = '' } = named as { readonly schema?: string; readonly name?: string }
  const id = idOf(kind, named)
  const added: Part[] = []
  const value: ObjectDeclaration = {
    [targetId]: id,
    [nameParts]: schema === undefined ? [name] : [schema, name],
    with(...more) {
      added.push(...more)
      return value
    },
  }
  register({
    origin: at,
    objects: () => {
      const { attributes, requires = [], parts = [], renamedFrom } = describe()
      const own = { kind: kind.name, attributes, requires, ...(renamedFrom !== undefined && { renamedFrom }) }
      return [own, ...[...parts, ...added].flatMap((part) => part.objects({ id, schema: schema ?? '', name }))]
    },
  })
  return value
}
