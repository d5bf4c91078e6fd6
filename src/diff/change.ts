import type { CatalogObject } from '../catalog/snapshot.js'

/** A symmetric difference between two snapshots. */
export type Change =
  | { readonly type: 'add'; readonly id: string; readonly after: CatalogObject }
  | { readonly type: 'remove'; readonly id: string; readonly before: CatalogObject }
  | {
      readonly type: 'alter'
      readonly id: string
      readonly before: CatalogObject
      readonly after: CatalogObject
      /** The attributes that differ. */
      readonly attributes: readonly string[]
    }
  | { readonly type: 'rename'; readonly id: string; readonly before: CatalogObject; readonly after: CatalogObject }

/** The change that takes back a change. */
export function invert(change: Change): Change {
  switch (change.type) {
    case 'add':
      return { type: 'remove', id: change.id, before: change.after }
    case 'remove':
      return { type: 'add', id: change.id, after: change.before }
    case 'alter':
      return { ...change, before: change.after, after: change.before }
    case 'rename':
      return { type: 'rename', id: change.before.id, before: change.after, after: change.before }
  }
}
