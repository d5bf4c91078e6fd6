import type { AlterRule, Rules } from '../kind.js'
import { inTheWayOfRebuild } from '../type/disturbs.js'
import { rebuild } from '../type/rebuild.js'
import type { RangeTypeAttributes } from './range-type.js'

/** PostgreSQL can alter nothing of a range type but its name. */
const anew: AlterRule<RangeTypeAttributes> = {
  alter: (before, after, context) => rebuild('range-type', before, after, context),
  disturbs: (dependent, _before, _after, context) => inTheWayOfRebuild(dependent, context),
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
