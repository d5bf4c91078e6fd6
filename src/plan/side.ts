import type { CatalogObject, Dependencies, Snapshot } from '../catalog/snapshot.js'
import type { SqlContext } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'

/** One side of a comparison: a snapshot with its dependencies in both directions. */
export class Side implements SqlContext {
  readonly snapshot: Snapshot
  readonly standing: SqlContext
  /** Set by the plan that has both. */
  opposite: SqlContext = this
  /** Ids of what the plan drops, if only to create it again. Set by the plan. */
  renewed: ReadonlyMap<string, unknown> = new Map()
  readonly #kinds: Kinds
  readonly #dependencies: Dependencies
  #dependents: Map<string, string[]> | undefined

  /** `standing`: the side that a plan starts from, where it is not this one. */
  constructor(snapshot: Snapshot, dependencies: Dependencies, kinds: Kinds, standing?: SqlContext) {
    this.snapshot = snapshot
    this.standing = standing ?? this
    this.#dependencies = dependencies
    this.#kinds = kinds
  }

  /** This side as a plan that starts from `standing` leads to it. */
  after(standing: SqlContext): Side {
    return new Side(this.snapshot, this.#dependencies, this.#kinds, standing)
  }

  get(id: string): CatalogObject | undefined {
    return this.snapshot.objects.get(id)
  }

  reference(id: string): string {
    const object = this.get(id)
    const reference = object && this.#kinds.of(object).sql.reference?.(object.attributes)
    if (reference === undefined) throw new Error(`${id} cannot be named in a statement`)
    return reference
  }

  stays(id: string, need?: string): boolean {
    if (this.get(id) === undefined || this.opposite.get(id) === undefined || this.renewed.has(id)) return false
    return need === undefined || (this.dependents(need).includes(id) && this.opposite.dependents(need).includes(id))
  }

  dependencies(id: string): readonly string[] {
    return this.#dependencies.get(id) ?? []
  }

  dependents(id: string): readonly string[] {
    this.#dependents ??= reversed(this.#dependencies)
    return this.#dependents.get(id) ?? []
  }

  /** All that depends on an object, directly or through others, nearest first. */
  allDependents(id: string, follow: (object: CatalogObject) => boolean = () => true): CatalogObject[] {
    const found = new Map<string, CatalogObject>()
    const queue = [id]
    for (const next of queue)
      for (const dependent of this.dependents(next)) {
        const object = this.get(dependent)
        if (object === undefined || dependent === id || found.has(dependent) || !follow(object)) continue
        found.set(dependent, object)
        queue.push(dependent)
      }
    return [...found.values()]
  }
}

function reversed(dependencies: Dependencies): Map<string, string[]> {
  const result = new Map<string, string[]>()
  for (const [id, needs] of dependencies)
    for (const need of needs) {
      const list = result.get(need)
      if (list === undefined) result.set(need, [id])
      else list.push(id)
    }
  return result
}
