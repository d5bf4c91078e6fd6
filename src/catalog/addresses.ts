import type { Address } from '../kinds/kind.js'

// More than a table has columns; oids have 32 bits, so that both together are exact in a number.
const subs = 4096

const rowOf = (oid: number, sub: number): number => (sub === 0 ? oid : oid * subs + sub + 2 ** 32)

/** Which object stands at which row of the catalog. Large schemas have a hundred thousand: texts as keys would cost more than all else. */
export class Addresses {
  /** By the oid of the catalog, then by row. */
  readonly #ids = new Map<number, Map<number, string>>()
  readonly #catalogs: ReadonlyMap<string, number>

  /** @param catalogs Oids of the catalogs, by name. */
  constructor(catalogs: ReadonlyMap<string, number>) {
    this.#catalogs = catalogs
  }

  set({ catalog, oid, sub = 0 }: Address, id: string): void {
    const number = this.#catalogs.get(catalog)!
    const rows = this.#ids.get(number)
    if (rows === undefined) this.#ids.set(number, new Map([[rowOf(oid, sub), id]]))
    else rows.set(rowOf(oid, sub), id)
  }

  get({ catalog, oid, sub = 0 }: Address): string | undefined {
    return this.at(this.#catalogs.get(catalog)!, oid, sub)
  }

  /** As `get`, by the oid of the catalog. */
  at(catalog: number, oid: number, sub: number): string | undefined {
    return this.#ids.get(catalog)?.get(rowOf(oid, sub))
  }

  /** The ids of what has the same address in both, in pairs. */
  *shared(later: Addresses): Iterable<readonly [string, string]> {
    for (const [catalog, rows] of this.#ids)
      for (const [row, id] of rows) {
        const now = later.#ids.get(catalog)?.get(row)
        if (now !== undefined) yield [id, now]
      }
  }
}
