import { qualified, quoteLiteral } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { renameStatements } from '../type/rename.js'
import type { CollationAttributes } from './collation.js'

const nameOf = ({ schema, name }: CollationAttributes): string => qualified(schema, name)

export const collationSql: Kind<CollationAttributes>['sql'] = {
  create: (collation) => {
    const { provider, locale, lcCollate, lcCtype, everyEncoding, nondeterministic, rules } = collation
    // There is no option for it.
    if (everyEncoding && locale !== undefined)
      return `CREATE COLLATION ${nameOf(collation)} FROM ${qualified('pg_catalog', locale)}`
    const options = [
      `provider = ${provider}`,
      locale !== undefined && `locale = ${quoteLiteral(locale)}`,
      lcCollate !== undefined && `lc_collate = ${quoteLiteral(lcCollate)}`,
      lcCtype !== undefined && `lc_ctype = ${quoteLiteral(lcCtype)}`,
      nondeterministic && 'deterministic = false',
      rules !== undefined && `rules = ${quoteLiteral(rules)}`,
    ]
    return `CREATE COLLATION ${nameOf(collation)} (${options.filter(Boolean).join(', ')})`
  },
  drop: (collation) => `DROP COLLATION ${nameOf(collation)}`,
  rename: renameStatements('COLLATION'),
  reference: (collation) => `COLLATION ${nameOf(collation)}`,
}
