import type { CatalogObject } from '../catalog/snapshot.js'
import type { Moment } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import type { Group } from './fold.js'
import type { Side } from './side.js'

/** Where the steps of an object stand in a plan, and what is there after them. */
type Places = readonly { readonly step: number; readonly left: CatalogObject | undefined }[]

/** The database at each step of a plan. Going back, it is at a step what it was there: those before it are still done. */
export function momentsOf(
  groups: readonly Group[],
  current: Side,
  desired: Side,
  kinds: Kinds,
): (step: number) => Moment {
  const places = new Map<string, Places>()
  for (const [step, { members }] of groups.entries())
    for (const { role, object } of members) {
      if (role === 'aside' || role === 'back') continue
      const left = role === 'drop' ? undefined : object
      places.set(object.id, [...(places.get(object.id) ?? []), { step, left }])
    }
  const comesWith = (object: CatalogObject, { snapshot }: Side): string | undefined =>
    kinds.of(object).comesWith?.(object.attributes, snapshot)
  const wholeOf = (id: string): string | undefined => {
    const [before, after] = [current.get(id), desired.get(id)]
    const origins = new Set([
      ...(before ? [comesWith(before, current)] : []),
      ...(after ? [comesWith(after, desired)] : []),
    ])
    const object = before ?? after
    // What comes from elsewhere on one side only stays as it is.
    return (origins.size === 1 ? [...origins][0] : undefined) ?? (object && kinds.parentOf(object))
  }
  return (step) => {
    const done = (id: string) => places.get(id)?.findLast((place) => place.step < step)
    const sideOf = (id: string): Side | undefined => {
      const last = done(id)
      if (last !== undefined) return last.left && (last.left === desired.get(id) ? desired : current)
      // What has no step comes and goes with what it is a part of, or with what it has from elsewhere.
      const whole = places.has(id) ? undefined : wholeOf(id)
      return whole === undefined ? current : sideOf(whole)
    }
    const get = (id: string): CatalogObject | undefined => {
      const last = done(id)
      return last === undefined ? sideOf(id)?.get(id) : last.left
    }
    const dependencies = (id: string): readonly string[] => {
      const side = sideOf(id)
      const object = get(id)
      if (side === undefined || object === undefined) return []
      // Between the two parts of an alter it needs nothing that it needs on one side only.
      if (object === side.get(id)) return side.dependencies(id)
      return current.dependencies(id).filter((need) => desired.dependencies(id).includes(need))
    }
    return {
      sideOf,
      get,
      dependencies,
      dependents: (id) => {
        const candidates = new Set([...current.dependents(id), ...desired.dependents(id)])
        return [...candidates].filter((dependent) => dependencies(dependent).includes(id))
      },
    }
  }
}
