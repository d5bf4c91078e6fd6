import type { CatalogObject } from '../../catalog/snapshot.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { ownedWith } from '../owner/ownable.js'
import { givenByDefault, hasDefaults } from '../default-privilege/given.js'
import type { Settling } from '../kind.js'
import type { GrantAttributes } from './grant.js'
import { idOfGrant, mergedColumns } from './identity.js'
import { holdersOf, type Holder } from './holder.js'
import { classOfPart } from './target.js'
import {
  allPrivileges,
  applied,
  byBirth,
  deviation,
  expanded,
  isNone,
  merged,
  theOwner,
  type Class,
  type Deviation,
  type Held,
} from './privileges.js'

type Objects = Map<string, CatalogObject>

/** Grants, and what they can be held on, of one set of objects. */
class Grants {
  readonly #objects: Objects
  readonly #settling: Settling
  readonly holders = new Map<string, Holder>()

  constructor(objects: Objects, settling: Settling) {
    this.#objects = objects
    this.#settling = settling
    for (const object of objects.values()) {
      for (const holder of holdersOf(object, settling.reference(object))) this.holders.set(holder.target, holder)
    }
  }

  ownerOf(target: string): string {
    const find = (id: string): CatalogObject | undefined => this.#objects.get(id)
    const owner = find(`owner ${this.holders.get(target)?.ownedWith ?? ownedWith(target, find)}`)
    return (owner?.attributes as { role: string } | undefined)?.role ?? this.#settling.user
  }

  /** What default privileges give on a target, by grantee: nothing on the schema that was there before any. */
  given(holder: Holder): ReadonlyMap<string, Held> {
    if (holder.target === 'schema public') return new Map()
    return givenByDefault(holder, this.ownerOf(holder.target), this.#objects, this.#settling.version)
  }

  /** A grant counted from birth (`settle`), or from what default privileges give. */
  rebased(grant: GrantAttributes, to: 'settle' | 'unsettle'): GrantAttributes {
    const holder = this.holders.get(grant.target)
    if (holder === undefined || grant.grantor !== undefined) return grant
    const birth = byBirth(holder.class, grant.grantee, this.#settling.version, grant.target)
    const given = this.given(holder).get(grant.grantee) ?? birth
    const change = to === 'settle' ? deviation(birth, applied(given, grant)) : deviation(given, applied(birth, grant))
    return { ...grant, ...change }
  }

  put(grant: GrantAttributes): void {
    const columns = (grant.columns ?? []).filter((column) => !isNone(column)).map(compactLists)
    if (isNone(grant) && columns.length === 0) return
    const id = idOfGrant(grant)
    this.#objects.set(id, { id, kind: 'grant', attributes: compactLists({ ...grant, columns }) })
  }
}

const compactLists = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => !(Array.isArray(value) && value.length === 0))) as T

/**
 * Declared grants as a catalog holds them: `all` spelled out, grants on all tables of a schema on each of them, those to
 * the owner as the owner's, and with what default privileges give.
 */
export function settle(objects: Objects, settling: Settling): void {
  const declared = [...objects.values()].filter(({ kind }) => kind === 'grant') as CatalogObject<GrantAttributes>[]
  if (declared.length === 0 && !hasDefaults(objects)) return
  for (const { id } of declared) objects.delete(id)
  const all = new Grants(objects, settling)
  const grants = new Map<string, GrantAttributes>()
  for (const { attributes } of declared)
    for (const target of targetsOf(attributes, all)) {
      const grant = spelledOut(attributes, target, all, settling)
      const id = idOfGrant(grant)
      const first = grants.get(id)
      grants.set(
        id,
        first === undefined
          ? grant
          : { ...first, ...merged(first, grant), columns: mergedColumns(first.columns, grant.columns) },
      )
    }
  if (hasDefaults(objects))
    for (const holder of all.holders.values())
      for (const grantee of all.given(holder).keys()) {
        const grant = nothingYet(holder, grantee)
        if (!grants.has(idOfGrant(grant))) grants.set(idOfGrant(grant), grant)
      }
  for (const grant of grants.values()) all.put(all.rebased(grant, 'settle'))
}

/** Leaves of a grant what default privileges do not say, and writes down what they give and is not there. */
export function unsettle(objects: Objects, settling: Settling): void {
  if (!hasDefaults(objects)) return
  const all = new Grants(objects, settling)
  for (const holder of all.holders.values())
    for (const grantee of all.given(holder).keys()) {
      const id = idOfGrant(nothingYet(holder, grantee))
      const grant = (objects.get(id)?.attributes as GrantAttributes | undefined) ?? nothingYet(holder, grantee)
      objects.delete(id)
      all.put(all.rebased(grant, 'unsettle'))
    }
}

const nothingYet = ({ target, of }: Holder, grantee: string): GrantAttributes => ({
  target,
  ...(of !== undefined && { of }),
  grantee,
})

const classes: Readonly<Record<string, Class>> = {
  tables: 'relation',
  sequences: 'sequence',
  functions: 'function',
  types: 'type',
}

/** The target itself, or all that `tables in schema app` stands for. */
function targetsOf({ target }: GrantAttributes, { holders }: Grants): readonly string[] {
  const [, word, schema] = /^(\w+) in schema (.*)$/s.exec(target) ?? []
  if (word !== undefined)
    return [...holders.values()]
      .filter((holder) => holder.schema === schema && holder.class === classes[word])
      .map((holder) => holder.target)
  // A column only knows the name of what it stands in.
  const others = ['view', 'materialized-view'].map((kind) => target.replace(/^table/, kind))
  return [holders.has(target) ? target : (others.find((other) => holders.has(other)) ?? target)]
}

function spelledOut(grant: GrantAttributes, target: string, all: Grants, { version }: Settling): GrantAttributes {
  const holder = all.holders.get(target)
  const spell = (difference: Deviation, names: readonly string[]): Deviation => {
    const grantable = expanded(difference.grantable, names)
    return {
      privileges: expanded(difference.privileges, names).filter((name) => !grantable.includes(name)),
      grantable,
      revoked: expanded(difference.revoked, names),
    }
  }
  return {
    ...grant,
    target,
    grantee: grant.grantee === quoteIdentifier(all.ownerOf(target)) ? theOwner : grant.grantee,
    ...spell(grant, allPrivileges(holder?.class ?? classOfPart(target), version)),
    columns: (grant.columns ?? []).map((column) => {
      const { privileges = [], grantable = [] } = spell(column, allPrivileges('column', version))
      return { name: column.name, privileges, grantable }
    }),
  }
}
