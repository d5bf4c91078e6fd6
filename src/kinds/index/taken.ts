import { equal } from '../../catalog/json.js'
import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import type { AlterContext } from '../kind.js'
import { ancestorsOf, isStable, parentsOf, partsOf } from '../partition/attachment.js'
import { rules } from './compare.js'
import type { IndexAttributes } from './index-kind.js'

const tableOf = ({ schema, table }: IndexAttributes): string => qualified(schema, table)

/** What PostgreSQL looks at, at least; it does not look at directions. */
const looksAlike = (one: IndexAttributes, other: IndexAttributes): boolean =>
  one.method === other.method && Boolean(one.unique) === Boolean(other.unique) && equal(keys(one), keys(other))

const keys = (index: IndexAttributes): readonly string[] =>
  (index.keys ?? []).map(({ column, expression }) => column ?? expression!)

/** Ids of indexes of the parents that would take an index of a partition for their part, though it stands beside that. */
function takers(index: IndexAttributes, snapshot: Snapshot): readonly string[] {
  if (index.inherited !== undefined) return []
  return ancestorsOf(snapshot, tableOf(index)).flatMap((parent) =>
    partsOf(snapshot, parent).flatMap(({ id, kind, attributes }) => {
      const other = attributes as IndexAttributes
      // One of the parent alone takes nothing by itself.
      return kind === 'index' && !other.invalid && looksAlike(index, other) ? [id] : []
    }),
  )
}

/** Where a parent's index and the attachment come first, they make a part of their own. */
export function madeBeside(index: IndexAttributes, own: Snapshot): readonly string[] {
  const found = takers(index, own)
  if (found.length === 0) return []
  const table = tableOf(index)
  return [...found, ...[table, ...ancestorsOf(own, table)].map((item) => `partition ${item}`)]
}

/** True for one that is new, or made anew: of those on partitioned tables PostgreSQL alters no storage parameters either. */
const isMade = (before: CatalogObject | undefined, after: CatalogObject): boolean =>
  before === undefined ||
  Object.entries(rules).some(
    ([name, rule]) => (rule === 'replace' || name === 'options') && !equal(valueOf(before, name), valueOf(after, name)),
  )

const valueOf = ({ attributes }: CatalogObject, name: string): unknown => (attributes as Record<string, unknown>)[name]

/** True where an index that stays would be taken on the way. */
export function isTaken(
  before: IndexAttributes,
  after: IndexAttributes,
  { before: from, after: to }: AlterContext,
): boolean {
  const found = takers(after, to.snapshot)
  if (found.length === 0 || before.inherited !== undefined) return false
  const table = tableOf(after)
  const attached = [table, ...ancestorsOf(to.snapshot, table)].filter((item) => parentsOf(to.snapshot, item).length > 0)
  return (
    found.some((id) => isMade(from.get(id), to.get(id)!)) ||
    !attached.every((item) => isStable(item, from.snapshot, to.snapshot))
  )
}
