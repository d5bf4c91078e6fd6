import type { CatalogObject } from '../../catalog/snapshot.js'
import { diff } from '../../diff/diff.js'
import { idOf } from '../../kinds/kind.js'
import type { Kinds } from '../../kinds/registry.js'
import { plan, type PlannedStep } from '../../plan/plan.js'
import { Side } from '../../plan/side.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import type { Family } from './family.js'

/** Attributes that name another part of the same tables: qualified, or as an id. */
const references = ['target', 'of', 'inherited', 'attachedTo', 'original', 'from'] as const

/**
 * The steps that make the tables of a family, empty, in another schema; their way back drops them. With all that belongs to
 * them under its own names, so that a change of schema puts them into place.
 */
export function builtIn(
  schema: string,
  family: Family,
  side: Side,
  kinds: Kinds,
  more: readonly CatalogObject[] = [],
): PlannedStep[] {
  const { base, moved } = sides(schema, family, side, kinds, more)
  return plan(diff(base.snapshot, moved.snapshot, kinds, scope(base, moved)), base, moved, kinds)
}

/** The steps that drop them there; their way back makes them. */
export function droppedIn(schema: string, family: Family, side: Side, kinds: Kinds): PlannedStep[] {
  const { base, moved } = sides(schema, family, side, kinds, [])
  return plan(diff(moved.snapshot, base.snapshot, kinds, scope(moved, base)), moved, base, kinds)
}

const scope = (current: Side, desired: Side) => ({
  current: current.snapshot,
  desired: desired.snapshot,
  roles: new Set<string>(),
  user: desired.snapshot.user ?? '',
})

function sides(
  schema: string,
  { own, apart, table }: Family,
  side: Side,
  kinds: Kinds,
  more: readonly CatalogObject[],
): { base: Side; moved: Side } {
  const from = (own.get(`table ${table}`)!.attributes as { schema: string }).schema
  const others = [...side.snapshot.objects].filter(([id]) => !own.has(id) && !apart.has(id))
  const ids = new Map<string, string>()
  const objects = new Map(others)
  for (const object of own.values()) {
    const moved = relocate(object, from, schema, kinds)
    ids.set(object.id, moved.id)
    objects.set(moved.id, moved)
  }
  for (const object of more) objects.set(object.id, object)
  const newId = (id: string): string => ids.get(id) ?? id
  const dependencies = new Map(
    [...side.snapshot.objects.keys()]
      .filter((id) => !apart.has(id))
      .map((id) => [newId(id), side.dependencies(id).map(newId)] as const),
  )
  for (const { id, kind, attributes } of more) {
    const kindOf = kinds.named(kind)
    const needs = [
      kindOf.parent?.(attributes) ?? [],
      kindOf.requires?.(attributes, { version: 0, objects }) ?? [],
    ].flat()
    dependencies.set(
      id,
      needs.filter((need) => objects.has(need)),
    )
  }
  const { version, user } = side.snapshot
  const known = { version, ...(user !== undefined && { user }) }
  return {
    base: new Side({ ...known, objects: new Map(others) }, dependencies, kinds),
    moved: new Side({ ...known, objects }, dependencies, kinds),
  }
}

/** A part of a table, as it is in another schema. */
function relocate(object: CatalogObject, from: string, to: string, kinds: Kinds): CatalogObject {
  const before = object.attributes as Readonly<Record<string, unknown>>
  const attributes: Record<string, unknown> = { ...before }
  const prefix = new RegExp(`^((?:[a-z][a-z-]* )*)${escape(quoteIdentifier(from))}\\.`)
  const moved = (text: string): string => text.replace(prefix, (_, kind: string) => `${kind}${quoteIdentifier(to)}.`)
  if (before['schema'] === from) attributes['schema'] = to
  for (const name of references) if (typeof before[name] === 'string') attributes[name] = moved(before[name])
  const parent = before['parent'] as { schema: string } | undefined
  if (parent !== undefined) attributes['parent'] = { ...parent, schema: to }
  const identity = before['identity'] as { sequence?: string } | undefined
  if (identity?.sequence !== undefined) attributes['identity'] = { ...identity, sequence: moved(identity.sequence) }
  const kind = kinds.of(object)
  return { id: idOf(kind, attributes), kind: object.kind, attributes }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
