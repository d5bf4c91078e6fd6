import { userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { collationSql } from './sql.js'

export interface CollationAttributes {
  readonly schema: string
  readonly name: string
  readonly provider: 'libc' | 'icu' | 'builtin'
  /** Of ICU and the built-in provider; of libc, where LC_COLLATE and LC_CTYPE are the same. */
  readonly locale?: string
  readonly lcCollate?: string
  readonly lcCtype?: string
  readonly nondeterministic?: boolean
  /** Of libc: for databases of every encoding, as only copies of "C" and "POSIX" are. */
  readonly everyEncoding?: boolean
  /** Additional rules of an ICU collation (16). */
  readonly rules?: string
}

interface Row extends CollationAttributes {
  oid: number
}

/** The locale of a collation that is not libc's stands in a column of another name with every other version. */
const localeColumn = (major: number): string =>
  major >= 17 ? 'c.colllocale' : major >= 15 ? 'c.colliculocale' : `case c.collprovider when 'i' then c.collcollate end`

/** A collation (Manual, 23.2). The version that the operating system has of it is no part of it. */
export const collationKind = defineKind<CollationAttributes, Row>({
  name: 'collation',
  introspection: {
    query: ({ major }) => `
      select c.oid, n.nspname as schema, c.collname as name,
             case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end as provider,
             case when c.collprovider <> 'c' then ${localeColumn(major)}
                  when c.collcollate = c.collctype then c.collcollate end as locale,
             case when c.collprovider = 'c' and c.collcollate <> c.collctype then c.collcollate end as "lcCollate",
             case when c.collprovider = 'c' and c.collcollate <> c.collctype then c.collctype end as "lcCtype",
             c.collprovider = 'c' and c.collencoding = -1 as "everyEncoding",
             not c.collisdeterministic as nondeterministic, ${major >= 16 ? 'c.collicurules' : 'null'} as rules
        from pg_collation c join pg_namespace n on n.oid = c.collnamespace
       where ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_collation', oid, attributes }),
  },
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`collation ${qualified(schema, name)}`],
  sql: collationSql,
  render,
})
