import { qualified, quoteLiteral } from '../../sql/identifier.js'
import { signature, type Argument } from '../function/signature.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { introspection, type Row } from './introspect.js'
import { render } from './render.js'
import { sql } from './sql.js'

/** What a final function does to the state. */
export type FinalModify = 'read_only' | 'shareable' | 'read_write'

export interface AggregateAttributes {
  readonly schema: string
  readonly name: string
  /** All of them, direct ones first. */
  readonly arguments?: readonly Argument[]
  /** Where it is not a plain aggregate. */
  readonly type?: 'ordered-set' | 'hypothetical'
  /** How many arguments of an ordered-set aggregate stand before ORDER BY. */
  readonly direct?: number
  /** Follows from the functions; decides whether an aggregate can be replaced in place. */
  readonly returns?: string
  readonly sfunc: string
  readonly stype: string
  /** In bytes. */
  readonly sspace?: number
  readonly finalfunc?: string
  readonly finalfuncExtra?: boolean
  /** Where it is not the default one of the type of aggregate. */
  readonly finalfuncModify?: FinalModify
  readonly combinefunc?: string
  readonly serialfunc?: string
  readonly deserialfunc?: string
  readonly initcond?: string
  readonly msfunc?: string
  readonly minvfunc?: string
  readonly mstype?: string
  readonly msspace?: number
  readonly mfinalfunc?: string
  readonly mfinalfuncExtra?: boolean
  readonly mfinalfuncModify?: FinalModify
  readonly minitcond?: string
  /** The operator that makes it the same as ORDER BY … LIMIT 1. */
  readonly sortop?: string
  readonly parallel?: 'safe' | 'restricted'
}

/** `public.f(integer)`, `public.f(*)`. */
const identity = ({ schema, name, arguments: list }: AggregateAttributes): string =>
  `${qualified(schema, name)}(${signature(list) || '*'})`

/** An aggregate (Manual, CREATE AGGREGATE). */
export const aggregateKind = defineKind<AggregateAttributes, Row>({
  name: 'aggregate',
  introspection,
  rules,
  identity,
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name, arguments: list }) => [`routine ${qualified(schema, name)}(${signature(list)})`],
  sql,
  resolve: (aggregate) => ({
    catalog: 'pg_proc',
    sql: `to_regprocedure(${quoteLiteral(identity(aggregate).replace(/\(\*\)$/, '()'))})`,
  }),
  render,
})
