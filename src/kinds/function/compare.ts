import { equal } from '../../catalog/json.js'
import type { AlterContext, AlterRule, Rules, SqlContext } from '../kind.js'
import type { RoutineAttributes, RoutineType } from './routine.js'
import { inputs, outputs, signatureOf } from './signature.js'
import { create } from './sql.js'

type Routine = RoutineAttributes

/** What CREATE OR REPLACE refuses to change: the result, a name that callers may use, a default that they may rely on. */
function canReplace(before: Routine, after: Routine): boolean {
  const results = (routine: Routine): unknown => [
    routine.returns,
    routine.set ?? false,
    routine.table,
    outputs(routine.arguments).map(({ name, type }) => ({ name, type })),
  ]
  if (!equal(results(before), results(after))) return false
  const now = inputs(after.arguments)
  return inputs(before.arguments).every((argument, index) => {
    const next = now[index]!
    if (argument.name !== undefined && argument.name !== next.name) return false
    if ((argument.mode === 'variadic') !== (next.mode === 'variadic')) return false
    // The default of a polymorphic argument has a type of its own, which must stay.
    return (
      argument.default === undefined ||
      (next.default !== undefined && (argument.default === next.default || !argument.type.startsWith('any')))
    )
  })
}

/** Before 18 a function holds the transforms for its types that are there when it is made or replaced: they cannot go from under it. */
function holdsSameTransforms(id: string, { before, after }: AlterContext): boolean {
  const held = (side: SqlContext): readonly string[] =>
    side.dependencies(id).filter((need) => side.get(need)?.kind === 'transform')
  return after.snapshot.version >= 180_000 || equal(held(before).toSorted(), held(after).toSorted())
}

export function rules(type: RoutineType): Rules<RoutineAttributes> {
  const replaced: AlterRule<Routine> = {
    possible: (before, after, context) =>
      canReplace(before, after) &&
      holdsSameTransforms(`${type} ${signatureOf(after.schema, after.name, after.arguments)}`, context),
    alter: (_before, after) => create(type, after, { replace: true }),
  }
  return {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    arguments: replaced,
    returns: replaced,
    set: replaced,
    table: replaced,
    language: replaced,
    body: replaced,
    standardBody: replaced,
    library: replaced,
    window: 'replace',
    volatility: replaced,
    strict: replaced,
    securityDefiner: replaced,
    leakproof: replaced,
    parallel: replaced,
    cost: replaced,
    rows: replaced,
    support: replaced,
    transforms: replaced,
    settings: replaced,
  }
}
