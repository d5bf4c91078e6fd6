import type { CatalogObject } from '../../catalog/snapshot.js'
import { referenceOf } from '../cross-cutting/target.js'
import type { GrantAttributes } from '../grant/grant.js'
import { holdersOf, type Holder } from '../grant/holder.js'
import { allPrivileges, applied, byBirth, privilegeChanges, theOwner, type Held } from '../grant/privileges.js'
import { grantableOf } from '../grant/target.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import type { SqlContext, Statements } from '../kind.js'
import { givenByDefault, hasDefaults } from './given.js'

/**
 * Statements that take from a new object what the default privileges in force gave it and nobody declared, and give it
 * what they kept back. What is declared beyond birth follows by itself, with the grants.
 */
export function afterCreate(created: CatalogObject, reference: string | undefined, context: SqlContext): Statements {
  const { objects, user } = context.standing.snapshot
  if (user === undefined || !hasDefaults(objects)) return []
  return holdersOf(created, reference).flatMap((holder) => {
    const on = holder.of === undefined ? grantableOf(reference!)!.on : referenceOf(context, holder.target)
    return lowered(holder, on, creatorOf(holder, context) ?? user, context)
  })
}

/** What comes to a table that is there is made by the owner of that one, whoever runs the statement. */
function creatorOf({ ownedWith = '' }: Holder, context: SqlContext): string | undefined {
  if (!context.stays(ownedWith)) return undefined
  const owner = context.get(`owner ${ownedWith}`) ?? context.standing.get(`owner ${ownedWith}`)
  return (owner?.attributes as { role?: string } | undefined)?.role
}

function lowered(holder: Holder, on: string, creator: string, context: SqlContext): string[] {
  const { objects, user } = context.standing.snapshot
  const { version } = context.snapshot
  return [...givenByDefault(holder, creator, objects, version)].flatMap(([grantee, given]) => {
    const birth = byBirth(holder.class, grantee, version, holder.target)
    const grant = (context.get(`grant ${holder.target} to ${grantee}`)?.attributes ?? {}) as Partial<GrantAttributes>
    const wanted = applied(birth, grant)
    // What the grant's own statements do from birth on need not be done here.
    const follows = (name: string): boolean =>
      (grant.privileges ?? []).includes(name) || (grant.grantable ?? []).includes(name)
    const after: Held = new Map(
      [...given]
        .filter(([name]) => wanted.has(name))
        .concat([...wanted].filter(([name]) => !given.has(name) && !follows(name))),
    )
    const less: Held = new Map([...after].map(([name, option]) => [name, option && wanted.get(name) === true]))
    const all = allPrivileges(holder.class, version)
    const owner = creator === user ? 'CURRENT_USER' : quoteIdentifier(creator)
    return privilegeChanges(given, less, { on, grantee: grantee === theOwner ? owner : grantee, all })
  })
}
