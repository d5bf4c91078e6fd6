import { userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { optionColumns, typeBounds, type SequenceOptions } from './options.js'
import { render } from './render.js'
import { sequenceSql } from './sql.js'

export interface SequenceAttributes extends SequenceOptions {
  readonly schema: string
  readonly name: string
  /** Where it is not bigint. */
  readonly type?: 'smallint' | 'integer'
  readonly unlogged?: boolean
}

interface Row extends SequenceAttributes {
  oid: number
}

/** A sequence that is no identity column's (Manual, CREATE SEQUENCE). Which column owns it is an object of its own. */
export const sequenceKind = defineKind<SequenceAttributes, Row>({
  name: 'sequence',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.relname as name,
             case when s.seqtypid <> 20 then format_type(s.seqtypid, null) end as type, c.relpersistence = 'u' as unlogged,
             ${Object.entries(optionColumns)
               .map(([name, column]) => `${column} as ${name}`)
               .join(', ')}
        from pg_sequence s
        join pg_class c on c.oid = s.seqrelid
        join pg_namespace n on n.oid = c.relnamespace
        ${typeBounds}
       where ${userSchema('n')} and not exists (
         select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass and d.deptype = 'i')`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_class', oid, attributes }),
  },
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`relation ${qualified(schema, name)}`],
  automaticDependencies: false,
  sql: sequenceSql,
  render,
})
