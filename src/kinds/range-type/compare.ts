import type { AlterRule, Rules } from '../kind.js'
import { inTheWayOfRebuild, isReworded } from '../type/disturbs.js'
import { rebuild } from '../type/rebuild.js'
import { hasOnlyOtherMultirange, renameMultirange } from './multirange.js'
import type { RangeTypeAttributes } from './range-type.js'

/** PostgreSQL can alter nothing of a range type but its name and that of its multirange type. */
const anew: AlterRule<RangeTypeAttributes> = {
  alter: (before, after, context) =>
    hasOnlyOtherMultirange(before, after)
      ? renameMultirange(before, after)
      : rebuild('range-type', before, after, context),
  disturbs: (dependent, before, after, context) =>
    hasOnlyOtherMultirange(before, after) ? isReworded(dependent, context) : inTheWayOfRebuild(dependent, context),
}

export const rules: Rules<RangeTypeAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  subtype: anew,
  opclass: anew,
  collation: anew,
  canonical: anew,
  subtypeDiff: anew,
  multirange: anew,
}
