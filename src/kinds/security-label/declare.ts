import { origin, type DeclaredObject, type Parent, type Part } from '../../declare/declaration.js'

export class SecurityLabelBuilder implements Part {
  readonly #origin = origin()
  readonly #provider: string
  readonly #label: string
  #part: string | undefined

  constructor(provider: string, label: string) {
    this.#provider = provider
    this.#label = label
  }

  /** For a part that has no declaration of its own, by kind and qualified name. */
  onPart(part: string): this {
    this.#part = part
    return this
  }

  objects(parent: Parent): readonly DeclaredObject[] {
    const target = this.#part === undefined ? { target: parent.id } : { target: this.#part, of: parent.id }
    const attributes = { ...target, provider: this.#provider, label: this.#label }
    return [{ kind: 'security-label', attributes, origin: this.#origin }]
  }
}

/** A label for a security module, on what it stands in: `securityLabel('selinux', 'system_u:object_r:sepgsql_table_t:s0')`. */
export const securityLabel = (provider: string, label: string): SecurityLabelBuilder =>
  new SecurityLabelBuilder(provider, label)
