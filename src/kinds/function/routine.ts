import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { defineKind, type Kind } from '../kind.js'
import { rules } from './compare.js'
import { introspection, type Row } from './introspect.js'
import { render } from './render.js'
import { signatureOf, type Argument, type ResultColumn } from './signature.js'
import { sql, stub } from './sql.js'

export type RoutineType = 'function' | 'procedure'

/** A function or procedure. */
export interface RoutineAttributes {
  readonly schema: string
  readonly name: string
  readonly arguments?: readonly Argument[]
  /** The type of the result; with OUT arguments, the type that follows from them. */
  readonly returns?: string
  /** RETURNS SETOF. */
  readonly set?: boolean
  /** RETURNS TABLE. */
  readonly table?: readonly ResultColumn[]
  readonly language: string
  /** As written between the quotes; for C the symbol, for internal functions the name. */
  readonly body?: string
  /** `RETURN …` or `BEGIN ATOMIC … END`, as PostgreSQL prints it. */
  readonly standardBody?: string
  /** The library of a C function. */
  readonly library?: string
  readonly window?: boolean
  readonly volatility?: 'immutable' | 'stable'
  readonly strict?: boolean
  readonly securityDefiner?: boolean
  readonly leakproof?: boolean
  readonly parallel?: 'safe' | 'restricted'
  /** Where it is not the default one of the language. */
  readonly cost?: number
  /** Where it is not 1000, for a function that returns a set. */
  readonly rows?: number
  /** The planner support function. */
  readonly support?: string
  /** Types with TRANSFORM FOR TYPE. */
  readonly transforms?: readonly string[]
  /** `search_path=app, pg_temp` and the like, in the order in which they were set. */
  readonly settings?: readonly string[]
}

/** The kind for functions or that for procedures; both share one catalog and one space of names. */
export function routineKind(type: RoutineType): Kind {
  return defineKind<RoutineAttributes, Row>({
    name: type,
    introspection: introspection(type),
    rules: rules(type),
    identity: ({ schema, name, arguments: list }) => signatureOf(schema, name, list),
    // It uses the transforms that are there for its types when it is made (before 18, also where it does not name them).
    requires: ({ schema, language, returns, arguments: list = [] }) => [
      `schema ${qualified(schema)}`,
      ...[returns, ...list.map(({ type: of }) => of)].map((of) => `transform ${of} ${quoteIdentifier(language)}`),
    ],
    slots: ({ schema, name, arguments: list }) => [`routine ${signatureOf(schema, name, list)}`],
    mentions: ({ body }) => body,
    stub,
    sql: sql(type),
    // A type such as `users.id%TYPE` is no type name; the object is then found by what it becomes.
    resolve: ({ schema, name, arguments: list }) => {
      const text = signatureOf(schema, name, list)
      return { catalog: 'pg_proc', sql: text.includes('%') ? 'null' : `to_regprocedure(${quoteLiteral(text)})` }
    },
    render: render(type),
  })
}
