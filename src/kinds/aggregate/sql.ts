import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { argumentText, type Argument } from '../function/signature.js'
import type { Kind } from '../kind.js'
import type { AggregateAttributes } from './aggregate.js'

type Aggregate = AggregateAttributes

/** `*`, `integer`, `fraction float8 ORDER BY anyelement`. */
export function argumentsText({ arguments: list = [], type, direct = 0 }: Aggregate, text = argumentText): string {
  if (type === undefined) return list.length === 0 ? '*' : list.map(text).join(', ')
  // A single VARIADIC "any" stands for both lists.
  const ordered = direct === list.length ? list.slice(-1) : list.slice(direct)
  const before = list.slice(0, direct).map(text).join(', ')
  return `${before}${before && ' '}ORDER BY ${ordered.map(text).join(', ')}`
}

const typeOnly = ({ mode, type }: Argument): string => (mode === 'variadic' ? `VARIADIC ${type}` : type)

const named = (aggregate: Aggregate): string =>
  `${qualified(aggregate.schema, aggregate.name)}(${argumentsText(aggregate, typeOnly)})`

/** CREATE AGGREGATE or CREATE OR REPLACE AGGREGATE. */
export function create(aggregate: Aggregate, { replace }: { replace: boolean }): string {
  const { finalfuncModify, mfinalfuncModify, initcond, minitcond, parallel } = aggregate
  const options: readonly (readonly [string, string | number | false | undefined])[] = [
    ['SFUNC', aggregate.sfunc],
    ['STYPE', aggregate.stype],
    ['SSPACE', aggregate.sspace],
    ['FINALFUNC', aggregate.finalfunc],
    ['FINALFUNC_MODIFY', finalfuncModify?.toUpperCase()],
    ['COMBINEFUNC', aggregate.combinefunc],
    ['SERIALFUNC', aggregate.serialfunc],
    ['DESERIALFUNC', aggregate.deserialfunc],
    ['INITCOND', initcond !== undefined && quoteLiteral(initcond)],
    ['MSFUNC', aggregate.msfunc],
    ['MINVFUNC', aggregate.minvfunc],
    ['MSTYPE', aggregate.mstype],
    ['MSSPACE', aggregate.msspace],
    ['MFINALFUNC', aggregate.mfinalfunc],
    ['MFINALFUNC_MODIFY', mfinalfuncModify?.toUpperCase()],
    ['MINITCOND', minitcond !== undefined && quoteLiteral(minitcond)],
    ['SORTOP', aggregate.sortop],
    ['PARALLEL', parallel?.toUpperCase()],
  ]
  const lines = [
    ...options.flatMap(([name, value]) => (value === undefined || value === false ? [] : [`${name} = ${value}`])),
    ...(aggregate.finalfuncExtra ? ['FINALFUNC_EXTRA'] : []),
    ...(aggregate.mfinalfuncExtra ? ['MFINALFUNC_EXTRA'] : []),
    ...(aggregate.type === 'hypothetical' ? ['HYPOTHETICAL'] : []),
  ]
  const head = `CREATE ${replace ? 'OR REPLACE ' : ''}AGGREGATE ${qualified(aggregate.schema, aggregate.name)}`
  return `${head}(${argumentsText(aggregate)}) (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`
}

export const sql: Kind<Aggregate>['sql'] = {
  create: (aggregate) => create(aggregate, { replace: false }),
  drop: (aggregate) => `DROP AGGREGATE ${named(aggregate)}`,
  rename: (before, after) => [
    ...(before.name === after.name
      ? []
      : [`ALTER AGGREGATE ${named(before)} RENAME TO ${quoteIdentifier(after.name)}`]),
    ...(before.schema === after.schema
      ? []
      : [`ALTER AGGREGATE ${named({ ...before, name: after.name })} SET SCHEMA ${quoteIdentifier(after.schema)}`]),
  ],
  reference: (aggregate) => `AGGREGATE ${named(aggregate)}`,
}
