import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, Kind, SqlContext } from '../kind.js'
import type { DomainConstraintAttributes } from './constraint.js'
import { isDomainMadeAnew } from './made-anew.js'

type Constraint = DomainConstraintAttributes

const domainOf = ({ schema, domain }: Constraint): string => qualified(schema, domain)
const alterDomain = (object: Constraint): string => `ALTER DOMAIN ${domainOf(object)}`
const definition = ({ name, expression }: Constraint): string =>
  `CONSTRAINT ${quoteIdentifier(name)} CHECK (${expression})`

export const validate = (object: Constraint): string =>
  `${alterDomain(object)} VALIDATE CONSTRAINT ${quoteIdentifier(object.name)}`

/** A domain that is made anew has its valid checks from the beginning. */
export const comesWithDomain = (object: Constraint, context: AlterContext): boolean =>
  !object.notValid && isDomainMadeAnew(`domain ${domainOf(object)}`, context)

const made = (side: SqlContext): AlterContext => ({ before: side.opposite, after: side })
const dropped = (side: SqlContext): AlterContext => ({ before: side, after: side.opposite })

export const domainConstraintSql: Kind<DomainConstraintAttributes>['sql'] = {
  create: (object, context) =>
    comesWithDomain(object, made(context))
      ? []
      : `${alterDomain(object)} ADD ${definition(object)}${object.notValid ? ' NOT VALID' : ''}`,
  drop: (object, context) =>
    comesWithDomain(object, dropped(context))
      ? []
      : `${alterDomain(object)} DROP CONSTRAINT ${quoteIdentifier(object.name)}`,
  clause: (object) => (object.notValid ? undefined : definition(object)),
  rename: (before, after) =>
    `${alterDomain(after)} RENAME CONSTRAINT ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)}`,
  reference: (object) => `CONSTRAINT ${quoteIdentifier(object.name)} ON DOMAIN ${domainOf(object)}`,
}
