import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { renameStatements } from '../type/rename.js'
import type { DomainAttributes } from './domain.js'

export const domainName = ({ schema, name }: DomainAttributes): string => qualified(schema, name)
export const alterDomain = (domain: DomainAttributes): string => `ALTER DOMAIN ${domainName(domain)}`

/** The name of its NOT NULL, on versions that have one. */
export const notNullName = ({ name, notNullName: own }: DomainAttributes): string =>
  quoteIdentifier(own ?? defaultName([name], 'not_null'))

export const domainSql: Kind<DomainAttributes>['sql'] = {
  create: (domain, _context, clauses) =>
    [
      `CREATE DOMAIN ${domainName(domain)} AS ${domain.type}`,
      domain.collation && `COLLATE ${domain.collation}`,
      domain.default && `DEFAULT ${domain.default}`,
      domain.notNull && (domain.notNullName === undefined ? 'NOT NULL' : `CONSTRAINT ${notNullName(domain)} NOT NULL`),
      ...clauses.map(({ text }) => text),
    ]
      .filter(Boolean)
      .join(' '),
  drop: (domain) => `DROP DOMAIN ${domainName(domain)}`,
  rename: renameStatements('DOMAIN'),
  reference: (domain) => `DOMAIN ${domainName(domain)}`,
}
