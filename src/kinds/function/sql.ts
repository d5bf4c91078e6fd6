import { dollarQuote } from '../../sql/dollar-quote.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { settingText } from '../../sql/setting.js'
import type { Kind } from '../kind.js'
import type { RoutineAttributes, RoutineType } from './routine.js'
import { argumentText } from './signature.js'

type Routine = RoutineAttributes

/** CREATE FUNCTION or PROCEDURE, or CREATE OR REPLACE. */
export function create(type: RoutineType, routine: Routine, { replace }: { replace: boolean }): string | string[] {
  const text = createText(type, routine, replace)
  if (replace || !callsItself(routine)) return text
  return [createText(type, stub(routine)!, false), createText(type, routine, true)]
}

/** A body that PostgreSQL parses can only call a function that is there already. */
export function stub({ standardBody, ...others }: Routine): Routine | undefined {
  return standardBody === undefined ? undefined : { ...others, body: 'SELECT NULL' }
}

const callsItself = ({ name, standardBody = '' }: Routine): boolean =>
  standardBody.includes(`${quoteIdentifier(name)}(`)

function createText(type: RoutineType, routine: Routine, replace: boolean): string {
  const { schema, name, arguments: list = [] } = routine
  return [
    `CREATE ${replace ? 'OR REPLACE ' : ''}${type.toUpperCase()} ${qualified(schema, name)}(${list.map(argumentText).join(', ')})`,
    ...result(routine),
    `LANGUAGE ${quoteIdentifier(routine.language)}`,
    ...options(routine),
    body(routine),
  ].join('\n')
}

function result({ returns, set, table }: Routine): string[] {
  if (table !== undefined)
    return [`RETURNS TABLE(${table.map(({ name, type }) => `${quoteIdentifier(name)} ${type}`).join(', ')})`]
  return returns === undefined ? [] : [`RETURNS ${set ? 'SETOF ' : ''}${returns}`]
}

function options(routine: Routine): string[] {
  const { transforms, volatility, parallel, cost, rows, support, settings } = routine
  const words = [
    routine.window && 'WINDOW',
    volatility?.toUpperCase(),
    routine.strict && 'STRICT',
    routine.securityDefiner && 'SECURITY DEFINER',
    routine.leakproof && 'LEAKPROOF',
    parallel && `PARALLEL ${parallel.toUpperCase()}`,
    cost !== undefined && `COST ${cost}`,
    rows !== undefined && `ROWS ${rows}`,
    support && `SUPPORT ${support}`,
  ].filter(Boolean)
  return [
    ...(transforms === undefined ? [] : [`TRANSFORM ${transforms.map((type) => `FOR TYPE ${type}`).join(', ')}`]),
    ...(words.length === 0 ? [] : [words.join(' ')]),
    ...(settings ?? []).map(settingText),
  ]
}

function body({ standardBody, library, language, body: text = '' }: Routine): string {
  if (standardBody !== undefined) return standardBody
  if (library !== undefined) return `AS ${quoteLiteral(library)}, ${quoteLiteral(text)}`
  return `AS ${language === 'internal' ? quoteLiteral(text) : dollarQuote(text)}`
}

/** Functions go by the types of their inputs; for a procedure the modes keep `p(IN integer)` and `p(OUT integer)` apart. */
function named(type: RoutineType, { schema, name, arguments: list = [] }: Routine): string {
  const parts =
    type === 'procedure'
      ? list.map(({ mode, type: of }) => `${mode?.toUpperCase() ?? 'IN'} ${of}`)
      : list.filter(({ mode }) => mode !== 'out').map(({ type: of }) => of)
  return `${qualified(schema, name)}(${parts.join(', ')})`
}

export function sql(type: RoutineType): Kind<RoutineAttributes>['sql'] {
  const word = type.toUpperCase()
  return {
    create: (routine) => create(type, routine, { replace: false }),
    drop: (routine) => `DROP ${word} ${named(type, routine)}`,
    rename: (before, after) => [
      ...(before.name === after.name
        ? []
        : [`ALTER ${word} ${named(type, before)} RENAME TO ${quoteIdentifier(after.name)}`]),
      ...(before.schema === after.schema
        ? []
        : [
            `ALTER ${word} ${named(type, { ...before, name: after.name })} SET SCHEMA ${quoteIdentifier(after.schema)}`,
          ]),
    ],
    reference: (routine) => `${word} ${named(type, routine)}`,
  }
}
