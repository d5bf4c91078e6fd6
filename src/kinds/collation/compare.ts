import type { AlterRule, Rules } from '../kind.js'
import { inTheWayOfRebuild } from '../type/disturbs.js'
import { rebuild } from '../type/rebuild.js'
import type { CollationAttributes } from './collation.js'

/** What a collation is cannot be altered: columns move over to a new one. */
const anew: AlterRule<CollationAttributes> = {
  alter: (before, after, context) => rebuild('collation', before, after, context),
  disturbs: (dependent, _before, _after, context) => inTheWayOfRebuild(dependent, context),
}

export const rules: Rules<CollationAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  provider: anew,
  locale: anew,
  lcCollate: anew,
  lcCtype: anew,
  everyEncoding: anew,
  nondeterministic: anew,
  rules: anew,
}
