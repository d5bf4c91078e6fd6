import type { ColumnAttributes } from '../kinds/column/column.js'
import { movesAlong } from '../kinds/type/moves-along.js'
import { countingValues } from './held.js'
import type { HazardRule } from './hazard.js'

/** Types of which each holds every value of those before it. */
const ladders = [
  ['smallint', 'integer', 'bigint', 'numeric'],
  ['real', 'double precision'],
  ['character', 'character varying', 'text'],
]

interface TypeName {
  readonly base: string
  /** The length of a text, the precision of a number or time; without it there is no limit. */
  readonly size: number
  readonly scale: number
}

function parse(type: string): TypeName {
  const [, base = type, size, scale] = /^([a-z ]+?)(?:\((\d+)(?:,(-?\d+))?\))?$/.exec(type) ?? []
  return { base, size: size === undefined ? Infinity : Number(size), scale: scale === undefined ? 0 : Number(scale) }
}

/** True when every value of `before` is a value of `after` and reads back unchanged. */
function widens(before: string, after: string): boolean {
  const from = parse(before)
  const to = parse(after)
  if (from.base === to.base)
    return to.size === Infinity || (to.scale >= from.scale && to.size - to.scale >= from.size - from.scale)
  return ladders.some((ladder) => {
    const step = ladder.indexOf(to.base)
    return step > ladder.indexOf(from.base) && ladder.includes(from.base) && to.size === Infinity
  })
}

/** A type that does not hold every value of the one before: the statement may fail on a row, or a value may lose digits. */
export const narrowedType: HazardRule = {
  code: 'TM204',
  does: 'narrows the type of a column',
  why: 'a value that the new type does not hold stops the migration, or is rounded or cut',
  fits: (id) => id.startsWith('column '),
  held: { unit: 'values', query: countingValues },
  judge(change, { from, to }) {
    if (change.type !== 'alter' || change.before.kind !== 'column' || !change.attributes.includes('type'))
      return undefined
    const before = (change.before.attributes as ColumnAttributes).type
    const after = (change.after.attributes as ColumnAttributes).type
    if (widens(before, after) || movesAlong(change.id, before, after, { before: from, after: to })) return undefined
    return {
      what: `${change.id} changes its type from ${before} to ${after}`,
    }
  },
}
