import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import type { Kind } from './kind.js'

/** The kinds by name. Their order is the order in which unrelated objects are created. */
export class Kinds {
  readonly all: readonly Kind[]
  /** Kinds that have something to say when an object of any kind has been created. */
  readonly watching: readonly Kind[]
  readonly #byName: ReadonlyMap<string, Kind>
  readonly #rank: ReadonlyMap<string, number>

  constructor(all: readonly Kind[]) {
    this.all = all
    this.watching = all.filter((kind) => kind.sql.afterCreate !== undefined)
    this.#byName = new Map(all.map((kind) => [kind.name, kind]))
    this.#rank = new Map(all.map((kind, index) => [kind.name, index]))
  }

  named(name: string): Kind {
    const kind = this.#byName.get(name)
    if (kind === undefined) throw new Error(`no object kind is called ${name}`)
    return kind
  }

  of(object: CatalogObject): Kind {
    return this.named(object.kind)
  }

  rank(object: CatalogObject): number {
    return this.#rank.get(object.kind) ?? 0
  }

  /** See `implied` of a kind. */
  isImplied(object: CatalogObject, own: Snapshot, other: Snapshot): boolean {
    return this.of(object).implied?.(object.attributes, own, other) ?? false
  }

  /** See `holdsData` of a kind. */
  holdsData(object: CatalogObject): boolean {
    const { holdsData = false } = this.of(object)
    return typeof holdsData === 'function' ? holdsData(object.attributes as never) : holdsData
  }

  parentOf(object: CatalogObject): string | undefined {
    return this.of(object).parent?.(object.attributes)
  }
}
