import { idOf, type Kind } from '../kinds/kind.js'
import { origin, placedAt, type DeclaredObject, type Parent, type Part } from './declaration.js'

/** An object that is declared as a part of a table or view, while it is being described: an index, a trigger, a policy. */
export abstract class PartBuilder<
  A extends { readonly schema: string; readonly name: string },
  /** What of it is known before it is known what it is a part of. */
  Said extends Partial<A>,
> implements Part {
  readonly origin = origin()
  protected said: Said
  readonly #kind: Kind
  readonly #parts: Part[] = []
  #renamedFrom: string | undefined

  constructor(kind: Kind, said: Said) {
    this.#kind = kind
    this.said = said
  }

  /** Its name before: it is renamed, and not made anew. */
  renamedFrom(name: string): this {
    this.#renamedFrom = name
    return this
  }

  /** Adds parts such as `comment('…')`, `owner(role)`. */
  with(...parts: readonly Part[]): this {
    this.#parts.push(...parts)
    return this
  }

  objects(parent: Parent): readonly DeclaredObject[] {
    const attributes = this.describe(parent)
    const { schema, name } = attributes
    const own: DeclaredObject = {
      kind: this.#kind.name,
      attributes,
      requires: this.requires(),
      ...(this.#renamedFrom !== undefined && { renamedFrom: this.#renamedFrom }),
    }
    const self: Parent = { id: idOf(this.#kind, attributes), schema, name }
    return placedAt(this.origin, [own, ...this.#parts.flatMap((part) => part.objects(self))])
  }

  protected set(change: Partial<Said>): this {
    this.said = { ...this.said, ...change }
    return this
  }

  /** All of its attributes, once it is known what it is a part of. */
  protected abstract describe(parent: Parent): A

  /** Ids of declared objects that it names. */
  protected requires(): readonly string[] {
    return []
  }
}
