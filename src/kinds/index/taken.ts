import { equal } from '../../catalog/json.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import type { AlterContext } from '../kind.js'
import { ancestorsOf, isStable, parentsOf, partsOf } from '../partition/attachment.js'
import { cannotStay } from '../partition/reattached.js'
import { looksAlike } from './alike.js'
import { rules } from './compare.js'
import type { IndexAttributes } from './index-kind.js'

const tableOf = ({ schema, table }: IndexAttributes): string => qualified(schema, table)

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

/** True for one that is new, or made anew on the way there or on the way back. */
function isMade(id: string, context: AlterContext): boolean {
  const before = context.before.get(id)?.attributes as IndexAttributes | undefined
  const after = context.after.get(id)!.attributes as IndexAttributes
  const back = { before: context.after, after: context.before }
  return before === undefined || isMadeAnew(before, after, context) || isMadeAnew(after, before, back)
}

const isMadeAnew = (before: IndexAttributes, after: IndexAttributes, context: AlterContext): boolean =>
  cannotStay('index', before, after, context) ||
  Object.entries(rules).some(
    ([name, rule]) =>
      rule !== 'ignore' &&
      !equal(valueOf(before, name), valueOf(after, name)) &&
      (rule === 'replace' || rule.possible?.(before, after, context) === false),
  )

const valueOf = (attributes: object, name: string): unknown => (attributes as Record<string, unknown>)[name]

/** True where an index that stays would be taken on the way. */
export function isTaken(before: IndexAttributes, after: IndexAttributes, context: AlterContext): boolean {
  const [from, to] = [context.before, context.after]
  const found = takers(after, to.snapshot)
  if (found.length === 0 || before.inherited !== undefined) return false
  const table = tableOf(after)
  const attached = [table, ...ancestorsOf(to.snapshot, table)].filter((item) => parentsOf(to.snapshot, item).length > 0)
  return (
    found.some((id) => isMade(id, context)) || !attached.every((item) => isStable(item, from.snapshot, to.snapshot))
  )
}
