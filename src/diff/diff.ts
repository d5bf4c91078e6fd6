import { equal } from '../catalog/json.js'
import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import type { Kinds } from '../kinds/registry.js'
import type { AlterRule, Scope } from '../kinds/kind.js'
import type { Change } from './change.js'

/**
 * What has to change so that `current` becomes `desired`, sorted by id. Attributes whose rule is `ignore` never make a
 * change, and objects that are implied by their parent's on both sides make none.
 */
export function diff(current: Snapshot, desired: Snapshot, kinds: Kinds, scope: Scope): Change[] {
  const changes: Change[] = []
  const wasImplied = (object: CatalogObject): boolean => kinds.isImplied(object, current, desired)
  const isImplied = (object: CatalogObject): boolean => kinds.isImplied(object, desired, current)
  // A part of what is left alone is left alone with it.
  const leftAlone = (object: CatalogObject): boolean => {
    if (kinds.of(object).leftAlone?.(object.attributes, scope)) return true
    const parent = current.objects.get(kinds.parentOf(object) ?? '')
    return parent !== undefined && !desired.objects.has(parent.id) && leftAlone(parent)
  }
  for (const [id, before] of current.objects) {
    const after = desired.objects.get(id)
    if (after === undefined) {
      if (!wasImplied(before) && !leftAlone(before)) changes.push({ type: 'remove', id, before })
    } else {
      const attributes = differing(before, after, kinds)
      if (attributes.length > 0 && !(wasImplied(before) && isImplied(after)))
        changes.push({ type: 'alter', id, before, after, attributes })
    }
  }
  for (const [id, after] of desired.objects)
    if (!current.objects.has(id) && !isImplied(after)) changes.push({ type: 'add', id, after })
  return changes.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** The names of the attributes in which two objects differ. */
export function differing(before: CatalogObject, after: CatalogObject, kinds: Kinds): string[] {
  if (before.attributes === after.attributes) return []
  const left = before.attributes as Record<string, unknown>
  const right = after.attributes as Record<string, unknown>
  const names: string[] = []
  for (const name in left) if (!equal(left[name], right[name])) names.push(name)
  for (const name in right) if (!(name in left)) names.push(name)
  if (names.length === 0) return names
  const rules = kinds.of(before).rules as Record<string, unknown>
  return names.filter((name) => isDifference(rules[name], before, after))
}

function isDifference(rule: unknown, before: CatalogObject, after: CatalogObject): boolean {
  if (typeof rule !== 'object' || rule === null) return rule !== 'ignore'
  const { differs } = rule as AlterRule<object>
  return differs?.(before.attributes, after.attributes) ?? true
}
