import { equal } from '../../catalog/json.js'
import type { AlterContext, AlterRule, Rules } from '../kind.js'
import type { AggregateAttributes } from './aggregate.js'
import { typeKinds } from '../type/type-kinds.js'
import { create } from './sql.js'

const stateChanges = (type: string | undefined, { before, after }: AlterContext): boolean =>
  [...typeKinds].some((kind) => {
    const [was, is] = [before.get(`${kind} ${type}`), after.get(`${kind} ${type}`)]
    return was !== undefined && is !== undefined && !equal(was.attributes, is.attributes)
  })

/** The first state is read as a value of its type: neither fits the other form of a type that changes. */
const startsAnew = (before: AggregateAttributes, after: AggregateAttributes, context: AlterContext): boolean =>
  (before.initcond !== after.initcond && stateChanges(after.stype, context)) ||
  (before.minitcond !== after.minitcond && stateChanges(after.mstype, context))

const replaced: AlterRule<AggregateAttributes> = {
  // A name that an argument had is there to stay, and so is the type of the result.
  possible: (before, after, context) =>
    !startsAnew(before, after, context) &&
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
