import type { AlterRule, Rules } from '../kind.js'
import { inTheWayOfRebuild, isReworded } from '../type/disturbs.js'
import { rebuild } from '../type/rebuild.js'
import { hasOnlyOtherMultirange, hasOtherMultirange, renameMultirange } from './multirange.js'
import type { RangeTypeAttributes } from './range-type.js'
import { multirangeOf } from './sql.js'

/** PostgreSQL can alter nothing of a range type but its name and that of its multirange type. */
const anew: AlterRule<RangeTypeAttributes> = {
  alter: (before, after, context) => {
    if (hasOnlyOtherMultirange(before, after)) return renameMultirange(before, after)
    if (!hasOtherMultirange(before, after)) return rebuild('range-type', before, after, context)
    const [from, to] = [multirangeOf(before), multirangeOf(after)]
    const typeOf = (type: string): string => (type.replace(/\[\]$/, '') === from ? type.replace(from, () => to) : type)
    const renamed = { ...before, multirange: to }
    return [...renameMultirange(before, after), ...rebuild('range-type', renamed, after, context, { typeOf })]
  },
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
