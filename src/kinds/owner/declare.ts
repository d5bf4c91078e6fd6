import { origin, register, type DeclaredObject, type Parent, type Part } from '../../declare/declaration.js'
import { roleNameOf, type RoleRef } from '../role/declare.js'

class OwnerPart implements Part {
  readonly #origin = origin()
  readonly #role: RoleRef

  constructor(role: RoleRef) {
    this.#role = role
  }

  objects(parent: Parent): readonly DeclaredObject[] {
    const attributes = { target: parent.id, role: roleNameOf(this.#role), declared: true }
    return [{ kind: 'owner', attributes, origin: this.#origin }]
  }
}

/**
 * The owner of what it stands in (ALTER … OWNER TO).
 *
 * @example schema('app').with(owner(appOwner))
 */
export const owner = (role: RoleRef): Part => new OwnerPart(role)

/**
 * The owner of every declared object that has no `owner(…)` of its own. Without it owners are not compared, and what a
 * migration makes belongs to who runs it.
 *
 * @example export const ownership = defaultOwner(appOwner)
 */
export function defaultOwner(role: RoleRef): { readonly role: RoleRef } {
  const at = origin()
  register({
    origin: at,
    objects: () => [{ kind: 'owner', attributes: { target: '*', role: roleNameOf(role), declared: true } }],
  })
  return { role }
}
