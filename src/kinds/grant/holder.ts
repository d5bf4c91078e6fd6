import type { CatalogObject } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified } from '../../sql/identifier.js'
import type { Class } from './privileges.js'
import { grantableOf } from './target.js'

/** Something that privileges can be held on: an object, or the sequence behind an identity column. */
export interface Holder {
  /** As grants name it. */
  readonly target: string
  /** The column, where it is the sequence behind one. */
  readonly of?: string
  readonly class: Class
  readonly schema?: string
  /** The table, where it is the sequence behind one of its columns. */
  readonly ownedWith?: string
}

interface IdentityColumn {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly identity?: { readonly sequence?: string }
}

/** What holds privileges in an object; `reference` is how statements name that. */
export function holderOf(object: CatalogObject, reference: string | undefined): Holder | undefined {
  if (object.kind === 'column') return identityHolder(object as CatalogObject<IdentityColumn>)
  const found = reference === undefined ? undefined : grantableOf(reference)
  if (found === undefined) return undefined
  const { schema } = object.attributes as { schema?: string }
  return { target: object.id, class: found.of, ...(schema !== undefined && { schema }) }
}

function identityHolder({ id, attributes }: CatalogObject<IdentityColumn>): Holder | undefined {
  const { schema, table, name, identity } = attributes
  if (identity === undefined) return undefined
  const sequence = identity.sequence ?? qualified(schema, defaultName([table, name], 'seq'))
  return {
    target: `sequence ${sequence}`,
    of: id,
    class: 'sequence',
    schema,
    ownedWith: `table ${qualified(schema, table)}`,
  }
}
