import { equal } from '../../catalog/json.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { isCarried, isPartitioned, partsOf } from '../partition/attachment.js'
import type { IndexAttributes } from './index-kind.js'

const tableOf = ({ schema, table }: IndexAttributes): string => qualified(schema, table)

/** What PostgreSQL looks at, at least, to take an index of a partition for the part of one of its parent; not at directions. */
export const looksAlike = (one: IndexAttributes, other: IndexAttributes): boolean =>
  one.method === other.method && Boolean(one.unique) === Boolean(other.unique) && equal(keys(one), keys(other))

const keys = (index: IndexAttributes): readonly string[] =>
  (index.keys ?? []).map(({ column, expression }) => column ?? expression!)

const idOf = ({ schema, name }: IndexAttributes): string => `index ${qualified(schema, name)}`

/**
 * Whether of two indexes that look alike the first is made first: what stays is there before what comes, and one of the parent
 * alone comes when the partitions are there.
 */
function isBefore(one: IndexAttributes, two: IndexAttributes, own: Snapshot, other: Snapshot): boolean {
  const parents = [one, two].map(
    ({ inherited }) => own.objects.get(`index ${inherited}`)?.attributes as IndexAttributes | undefined,
  )
  if (parents[0] !== undefined && parents[1] !== undefined) return isBefore(parents[0], parents[1], own, other)
  if (Boolean(one.invalid) !== Boolean(two.invalid)) return two.invalid === true
  const [first, second] = [one, two].map((index) => equal(index, other.objects.get(idOf(index))?.attributes))
  return first === second ? idOf(one) < idOf(two) : first === true
}

/**
 * When a partition is attached, the first index of the parent takes the first of the partition that looks like it. So those of
 * the parent come in a certain order, and those that shall be their parts in the same.
 */
export function alikeBefore(index: IndexAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  // What comes with the parent's belongs to that, whatever came first.
  if (index.inherited === undefined ? !isPartitioned(tableOf(index), own) : isCarried(index, own, other)) return []
  return partsOf(own, tableOf(index)).flatMap(({ id, kind, attributes }) => {
    const twin = attributes as IndexAttributes
    const isTwin = kind === 'index' && id !== idOf(index) && looksAlike(index, twin)
    const isSameSort = (twin.inherited === undefined) === (index.inherited === undefined)
    return isTwin && isSameSort && isBefore(twin, index, own, other) ? [id] : []
  })
}
