import type { CatalogObject } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified } from '../../sql/identifier.js'
import type { RangeTypeAttributes } from '../range-type/range-type.js'
import { constructorsOf } from '../range-type/sql.js'
import type { Class } from './privileges.js'
import { grantableOf } from './target.js'

/** Something that privileges can be held on: an object, the sequence behind an identity column, a constructor of a range. */
export interface Holder {
  /** As grants name it. */
  readonly target: string
  /** The column whose sequence it is, or the range type whose constructor. */
  readonly of?: string
  readonly class: Class
  readonly schema?: string
  /** The object whose owner is its own too, where that is not the target. */
  readonly ownedWith?: string
}

interface IdentityColumn {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly identity?: { readonly sequence?: string }
}

/** What holds privileges in an object; `reference` is how statements name that. */
export function holdersOf(object: CatalogObject, reference: string | undefined): Holder[] {
  if (object.kind === 'column') return identityHolder(object as CatalogObject<IdentityColumn>)
  const found = reference === undefined ? undefined : grantableOf(reference)
  if (found === undefined) return []
  const { schema } = object.attributes as { schema?: string }
  const own: Holder = { target: object.id, class: found.of, ...(schema !== undefined && { schema }) }
  return object.kind === 'range-type' ? [own, ...constructors(object as CatalogObject<RangeTypeAttributes>)] : [own]
}

const constructors = ({ id, attributes }: CatalogObject<RangeTypeAttributes>): Holder[] =>
  constructorsOf(attributes).map((name) => ({
    target: `function ${name}`,
    of: id,
    class: 'function',
    schema: attributes.schema,
  }))

function identityHolder({ id, attributes }: CatalogObject<IdentityColumn>): Holder[] {
  const { schema, table, name, identity } = attributes
  if (identity === undefined) return []
  const sequence = identity.sequence ?? qualified(schema, defaultName([table, name], 'seq'))
  return [
    {
      target: `sequence ${sequence}`,
      of: id,
      class: 'sequence',
      schema,
      ownedWith: `table ${qualified(schema, table)}`,
    },
  ]
}
