import type { CatalogObject } from '../../catalog/snapshot.js'
import type { Holder } from '../grant/holder.js'
import { applied, byBirth, theOwner, type Held } from '../grant/privileges.js'
import { defaultWords } from '../grant/target.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import type { DefaultPrivilegeAttributes } from './default-privilege.js'

type Objects = ReadonlyMap<string, CatalogObject>

/** Default privileges by role, schema (empty for all) and kind of object; made once for each set of objects. */
const indexes = new WeakMap<Objects, ReadonlyMap<string, DefaultPrivilegeAttributes[]>>()

function indexOf(objects: Objects): ReadonlyMap<string, DefaultPrivilegeAttributes[]> {
  const known = indexes.get(objects)
  if (known !== undefined) return known
  const index = new Map<string, DefaultPrivilegeAttributes[]>()
  for (const object of objects.values()) {
    if (object.kind !== 'default-privilege') continue
    const attributes = object.attributes as DefaultPrivilegeAttributes
    const key = keyOf(attributes.role, attributes.schema, attributes.on)
    const list = index.get(key)
    if (list === undefined) index.set(key, [attributes])
    else list.push(attributes)
  }
  indexes.set(objects, index)
  return index
}

const keyOf = (role: string, schema: string | undefined, on: string): string => JSON.stringify([role, schema ?? '', on])

/** True when any default privileges are in force. */
export const hasDefaults = (objects: Objects): boolean => indexOf(objects).size > 0

/**
 * What each grantee holds on something that `creator` has just made, where default privileges make that differ from what
 * it has by birth: those for all schemas replace it, those of the schema add to it.
 */
export function givenByDefault(
  holder: Holder,
  creator: string,
  objects: Objects,
  version: number,
): ReadonlyMap<string, Held> {
  const on = defaultWords[holder.class]
  const given = new Map<string, Held>()
  if (on === undefined) return given
  const index = indexOf(objects)
  const { schema } = holder
  const lists = [
    index.get(keyOf(creator, undefined, on)),
    schema === undefined ? undefined : index.get(keyOf(creator, schema, on)),
  ]
  for (const entry of lists.flatMap((list) => list ?? [])) {
    const grantee = entry.grantee === quoteIdentifier(creator) ? theOwner : entry.grantee
    given.set(grantee, applied(given.get(grantee) ?? byBirth(holder.class, grantee, version), entry))
  }
  return given
}
