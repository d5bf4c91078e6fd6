import { columnsNoLists } from './lists.js'
import { userSchema } from '../../catalog/scope.js'
import { unwrap } from '../../sql/expression.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind, type Kind } from '../kind.js'
import { comesWithDomain, domainConstraintSql, validate } from './constraint-sql.js'

export interface DomainConstraintAttributes {
  readonly schema: string
  readonly domain: string
  readonly name: string
  /** The expression of the check, over VALUE. */
  readonly expression: string
  readonly notValid?: boolean
}

interface Row extends DomainConstraintAttributes {
  oid: number
}

type Constraint = DomainConstraintAttributes

const render: NonNullable<Kind<Constraint>['render']> = (
  { id, attributes: { name, expression, notValid } },
  writer,
) => ({
  as: 'item',
  list: 'checks',
  text: `${writer.use('check')}(${writer.string(name)}, ${writer.sql(expression)})${notValid ? '.notValid()' : ''}${writer.with(id)}`,
})

/** A check of a domain: altered without touching the columns that are of the domain. */
export const domainConstraintKind = defineKind<DomainConstraintAttributes, Row>({
  name: 'domain-constraint',
  introspection: {
    query: () => `
      select k.oid, n.nspname as schema, t.typname as domain, k.conname as name, pg_get_expr(k.conbin, 0) as expression,
             not k.convalidated as "notValid"
        from pg_constraint k
        join pg_type t on t.oid = k.contypid
        join pg_namespace n on n.oid = t.typnamespace
       where k.contype = 'c' and ${userSchema('n')}`,
    read: ({ oid, expression, ...row }) => ({
      catalog: 'pg_constraint',
      oid,
      attributes: { ...row, expression: unwrap(expression) },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    domain: 'ignore', // part of the id
    name: 'ignore', // part of the id
    expression: 'replace',
    notValid: {
      possible: (before) => before.notValid === true,
      alter: (_before, after, context) => (comesWithDomain(after, context) ? [] : validate(after)),
    },
  },
  identity: ({ schema, domain, name }) => qualified(schema, domain, name),
  parent: ({ schema, domain }) => `domain ${qualified(schema, domain)}`,
  // PostgreSQL adds none to a domain of which lists are in a column.
  completes: true,
  follows: columnsNoLists,
  slots: ({ schema, domain, name }) => [`domain-constraint ${qualified(schema, domain, name)}`],
  sql: domainConstraintSql,
  render,
})
