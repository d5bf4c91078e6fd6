import { equal } from '../../catalog/json.js'
import type { AlterRule, Rules } from '../kind.js'
import type { AggregateAttributes } from './aggregate.js'
import { create } from './sql.js'

const replaced: AlterRule<AggregateAttributes> = {
  // A name that an argument had is there to stay, and so is the type of the result.
  possible: (before, after) =>
    before.returns === after.returns &&
    (before.arguments ?? []).every((argument, index) => {
      const next = after.arguments?.[index]
      return argument.mode === next?.mode && (argument.name === undefined || equal(argument.name, next?.name))
    }),
  alter: (_before, after) => create(after, { replace: true }),
}

export const rules: Rules<AggregateAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  type: 'replace',
  direct: 'replace',
  arguments: replaced,
  returns: replaced,
  sfunc: replaced,
  stype: replaced,
  sspace: replaced,
  finalfunc: replaced,
  finalfuncExtra: replaced,
  finalfuncModify: replaced,
  combinefunc: replaced,
  serialfunc: replaced,
  deserialfunc: replaced,
  initcond: replaced,
  msfunc: replaced,
  minvfunc: replaced,
  mstype: replaced,
  msspace: replaced,
  mfinalfunc: replaced,
  mfinalfuncExtra: replaced,
  mfinalfuncModify: replaced,
  minitcond: replaced,
  sortop: replaced,
  parallel: replaced,
}
