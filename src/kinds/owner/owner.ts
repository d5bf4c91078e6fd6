import type { CatalogObject } from '../../catalog/snapshot.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { retargeted } from '../cross-cutting/target.js'
import { defineKind, type SqlContext } from '../kind.js'
import { newRole } from '../role/renamed.js'
import { ownedByColumn, ownable } from './ownable.js'
import { introspection, type Row } from './introspect.js'
import { render } from './render.js'

export interface OwnerAttributes {
  /** The id of the owned object; `*` for all that are declared without an owner, until declarations are settled. */
  readonly target: string
  readonly role: string
  /** Said by a declaration, so that it is written even where who migrates is the owner. */
  readonly declared?: boolean
}

const set = (target: string, role: string, context: SqlContext): string =>
  `ALTER ${context.reference(target)} OWNER TO ${role}`

/** Who owns `public` from birth; before 15 whoever made the cluster. */
const ownerOfPublic = (version: number): string | undefined => (version >= 150000 ? 'pg_database_owner' : undefined)
const all = '*'
const idOfOwner = (target: string): string => `owner ${target}`

const ownerObject = (target: string, role: string): CatalogObject<OwnerAttributes> => ({
  id: idOfOwner(target),
  kind: 'owner',
  attributes: { target, role, declared: true },
})

/** Who owns an object (Manual, ALTER … OWNER TO). Not compared where nothing is declared. */
export const ownerKind = defineKind<OwnerAttributes, Row>({
  name: 'owner',
  crossCutting: true,
  verbatim: true,
  introspection,
  rules: {
    target: 'ignore', // part of the id
    declared: 'ignore', // only tells what is to be written
    role: { alter: (_before, after, context) => set(after.target, quoteIdentifier(after.role), context.after) },
  },
  identity: ({ target }) => target,
  parent: ({ target }) => target,
  renamed: (owner, newId) => ({ ...retargeted(owner, newId), role: newRole(owner.role, newId) }),
  requires: ({ role }) => [`role ${quoteIdentifier(role)}`],
  // What belongs to a column is not given to a role until it is free.
  slots: ({ target }) => (target.startsWith('sequence ') ? [`owner of ${target}`] : []),
  leftAlone({ target }, { desired }) {
    const owned = desired.objects.get(target)
    // A sequence that comes to a column gives up its own.
    return owned !== undefined && !ownedByColumn(owned, (id) => desired.objects.get(id))
  },
  sql: {
    create: ({ target, role, declared }, context) =>
      declared || role !== context.snapshot.user ? set(target, quoteIdentifier(role), context) : [],
    drop: ({ target }, context) => set(target, 'CURRENT_USER', context),
  },
  settle(objects, { version, reference }) {
    const byDefault = objects.get(idOfOwner(all)) as CatalogObject<OwnerAttributes> | undefined
    if (byDefault === undefined) return
    objects.delete(byDefault.id)
    for (const object of [...objects.values()]) {
      const text = reference(object)
      if (
        text === undefined ||
        !ownable(text) ||
        ownedByColumn(object, (id) => objects.get(id)) ||
        objects.has(idOfOwner(object.id))
      )
        continue
      const { role } = byDefault.attributes
      const owner = object.id === 'schema public' ? ownerOfPublic(version) : role
      if (owner !== undefined) objects.set(idOfOwner(object.id), ownerObject(object.id, owner))
    }
  },
  unsettle(objects, { version, user }) {
    const owners = [...objects.values()].filter((object) => object.kind === 'owner') as CatalogObject<OwnerAttributes>[]
    const count = new Map<string, number>()
    for (const { attributes } of owners)
      if (attributes.target !== 'schema public') count.set(attributes.role, (count.get(attributes.role) ?? 0) + 1)
    const [most] = [...count].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    const role = most?.[0]
    for (const { id, attributes } of owners) {
      const usual = attributes.target === 'schema public' ? (ownerOfPublic(version) ?? user) : role
      if (attributes.role === usual) objects.delete(id)
    }
    if (role !== undefined) objects.set(idOfOwner(all), ownerObject(all, role))
  },
  render,
})
