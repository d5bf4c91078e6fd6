import { qualified } from '../../sql/identifier.js'
import { userSchema } from '../../catalog/scope.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { enumSql } from './sql.js'

export interface EnumAttributes {
  readonly schema: string
  readonly name: string
  /** In their order. */
  readonly labels?: readonly string[]
  /** Names that labels had before, by the names that they have now; only declared. */
  readonly renamed?: Readonly<Record<string, string>>
}

interface Row extends EnumAttributes {
  oid: number
}

/** An enumerated type (Manual, 8.7). */
export const enumKind = defineKind<EnumAttributes, Row>({
  name: 'enum',
  introspection: {
    query: () => `
      select t.oid, n.nspname as schema, t.typname as name,
             (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels
        from pg_type t join pg_namespace n on n.oid = t.typnamespace
       where t.typtype = 'e' and ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_type', oid, attributes }),
  },
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`type ${qualified(schema, name)}`],
  verbatim: ['renamed'],
  sql: enumSql,
  render,
})
