import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { typeKinds } from './type-kinds.js'

interface Attributes {
  /** Of a domain. */
  readonly type?: string
  /** Of a range. */
  readonly subtype?: string
  /** Of a composite type. */
  readonly attributes?: readonly { readonly type: string }[]
}

/** Ids of the types that a type, by name, is made of: itself, and what is within it. */
export function typesBeneath(name: string, snapshot: Snapshot): readonly string[] {
  const base = name.replace(/(?:\[\])+$/, '')
  return [...typeKinds].flatMap((kind) => {
    const found: CatalogObject | undefined = snapshot.objects.get(`${kind} ${base}`)
    if (found === undefined || kind === 'collation') return []
    const { type, subtype, attributes = [] } = found.attributes as Attributes
    const within = [type, subtype, ...attributes.map((item) => item.type)]
    return [found.id, ...within.flatMap((item) => (item === undefined ? [] : typesBeneath(item, snapshot)))]
  })
}
