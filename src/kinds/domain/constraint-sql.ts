import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Kind, SqlContext } from '../kind.js'
import type { DomainConstraintAttributes } from './constraint.js'
import type { DomainAttributes } from './domain.js'
import { isMadeAnew } from './sql.js'

type Constraint = DomainConstraintAttributes

const domainOf = ({ schema, domain }: Constraint): string => qualified(schema, domain)
const alterDomain = (object: Constraint): string => `ALTER DOMAIN ${domainOf(object)}`
const definition = ({ name, expression }: Constraint): string =>
  `CONSTRAINT ${quoteIdentifier(name)} CHECK (${expression})`

export const validate = (object: Constraint): string =>
  `${alterDomain(object)} VALIDATE CONSTRAINT ${quoteIdentifier(object.name)}`

/** A domain that gets another base type is made anew, and its valid checks with it. */
function comesWithDomain(object: Constraint, context: SqlContext): boolean {
  const id = `domain ${domainOf(object)}`
  const own = context.get(id)?.attributes as DomainAttributes | undefined
  const other = context.opposite.get(id)?.attributes as DomainAttributes | undefined
  return !object.notValid && own !== undefined && other !== undefined && isMadeAnew(own, other)
}

export const domainConstraintSql: Kind<DomainConstraintAttributes>['sql'] = {
  create: (object, context) =>
    comesWithDomain(object, context)
      ? []
      : `${alterDomain(object)} ADD ${definition(object)}${object.notValid ? ' NOT VALID' : ''}`,
  drop: (object, context) =>
    comesWithDomain(object, context) ? [] : `${alterDomain(object)} DROP CONSTRAINT ${quoteIdentifier(object.name)}`,
  clause: (object) => (object.notValid ? undefined : definition(object)),
  rename: (before, after) =>
    `${alterDomain(after)} RENAME CONSTRAINT ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)}`,
  reference: (object) => `CONSTRAINT ${quoteIdentifier(object.name)} ON DOMAIN ${domainOf(object)}`,
}
