import { equal } from '../../catalog/json.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import type { ColumnAttributes } from '../column/column.js'
import type { AlterContext, Disturbance } from '../kind.js'
import { tableKeyedBy } from '../partition/in-key.js'
import { typeKinds } from './type-kinds.js'

/** What does not notice that the type of a column becomes another one of the same name. */
const indifferent: ReadonlySet<string> = new Set([
  'schema',
  'table',
  'foreign-table',
  'not-null',
  'partition',
  'inheritance',
  'sequence',
  'sequence-owner',
  'replica-identity',
  'cluster',
])

/** What speaks of another object, its target. */
const saying: ReadonlySet<string> = new Set(['comment', 'grant', 'owner', 'security-label'])

interface Attributes {
  readonly target?: string
  readonly of?: string
  readonly generated?: unknown
  readonly type?: string
  readonly expressions?: readonly string[]
  readonly predicate?: string
  readonly keys?: readonly { readonly column?: string; readonly collation?: string; readonly opclass?: string }[]
}

/** The comment on an attribute of a composite type speaks of a part of it. */
const isOfType = ({ target = '', of = target }: Attributes): boolean => {
  const kind = of.slice(0, of.indexOf(' '))
  return typeKinds.has(kind) || kind === 'domain-constraint'
}

/** An index over plain columns is built anew by PostgreSQL itself. */
const isPlainIndex = ({ keys = [], predicate }: Attributes): boolean =>
  predicate === undefined &&
  keys.every(
    ({ column, collation, opclass }) => column !== undefined && collation === undefined && opclass === undefined,
  )

/**
 * Whether an object is in the way when a type that it depends on is made anew. Types and columns are converted; `through`
 * them, what depends on them is in the way.
 */
export function inTheWayOfRebuild({ kind, attributes }: CatalogObject, context?: AlterContext): Disturbance {
  const { generated, type, expressions } = attributes as Attributes
  // A check is made with its domain.
  if (typeKinds.has(kind) || kind === 'domain-constraint') return 'through'
  if (kind === 'column') {
    const table = context && tableKeyedBy(attributes as ColumnAttributes, context)
    if (table !== undefined) return { instead: table }
    return generated === undefined ? 'through' : true
  }
  if (indifferent.has(kind)) return false
  // What is said of a type goes with it; what is said of a column stays.
  if (saying.has(kind)) return isOfType(attributes as Attributes) && 'anew'
  if (kind === 'index') return !isPlainIndex(attributes as Attributes)
  if (kind === 'constraint') return type === 'check' || type === 'exclude' || type === 'foreign key'
  if (kind === 'statistics') return expressions !== undefined
  return true
}

/** Whether an object has the type of a column, or a part of a type, written into itself: it must go while that changes. */
export function inTheWayOfChange(object: CatalogObject): boolean {
  const { kind, attributes } = object
  if (kind === 'column') return (attributes as Attributes).generated !== undefined
  // A body of standard SQL depends on what it names; a signature only names the type.
  if (kind === 'function' || kind === 'procedure') return 'standardBody' in attributes
  if (typeKinds.has(kind) || saying.has(kind)) return false
  return inTheWayOfRebuild(object) === true
}

/** Whether an object says a name that changes: it must not say the one while only the other is there. */
export const isReworded = (object: CatalogObject, { before, after }: AlterContext): boolean =>
  inTheWayOfChange(object) && !equal(before.get(object.id)?.attributes, after.get(object.id)?.attributes)
