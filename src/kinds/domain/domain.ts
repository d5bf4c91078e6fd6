import { userSchema } from '../../catalog/scope.js'
import { defaultName } from '../../sql/default-name.js'
import { rereadable } from '../../sql/rereadable.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { isMadeAnew } from './made-anew.js'
import { render } from './render.js'
import { domainSql } from './sql.js'

export interface DomainAttributes {
  readonly schema: string
  readonly name: string
  /** As format_type writes it: `character varying(30)`. */
  readonly type: string
  /** Qualified, where it is not that of the type. */
  readonly collation?: string
  readonly default?: string
  readonly notNull?: boolean
  /** The name of its NOT NULL (17), where it is not the one that PostgreSQL chooses. */
  readonly notNullName?: string
}

interface Row extends DomainAttributes {
  oid: number
  notNullOid: number | null
}

/** A domain: a type with restrictions (Manual, 8.18). Its checks are objects of their own. */
export const domainKind = defineKind<DomainAttributes, Row>({
  name: 'domain',
  introspection: {
    query: ({ major }) => `
      select t.oid, n.nspname as schema, t.typname as name, format_type(t.typbasetype, t.typtypmod) as type,
             case when t.typcollation <> b.typcollation then (
               select quote_ident(cn.nspname) || '.' || quote_ident(c.collname)
                 from pg_collation c join pg_namespace cn on cn.oid = c.collnamespace where c.oid = t.typcollation) end as collation,
             pg_get_expr(t.typdefaultbin, 0) as default, t.typnotnull as "notNull",
             ${major >= 17 ? `k.oid as "notNullOid", k.conname as "notNullName"` : `null::oid as "notNullOid", null as "notNullName"`}
        from pg_type t
        join pg_namespace n on n.oid = t.typnamespace
        join pg_type b on b.oid = t.typbasetype
        ${major >= 17 ? `left join pg_constraint k on k.contypid = t.oid and k.contype = 'n'` : ''}
       where t.typtype = 'd' and ${userSchema('n')}`,
    read: ({ oid, notNullOid, notNullName, default: value, ...row }) => ({
      catalog: 'pg_type',
      oid,
      attributes: {
        ...row,
        ...(value && { default: rereadable(value) }),
        ...(notNullName && notNullName !== defaultName([row.name], 'not_null') && { notNullName }),
      },
      aliases: notNullOid === null ? [] : [{ catalog: 'pg_constraint', oid: notNullOid }],
    }),
  },
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`type ${qualified(schema, name)}`],
  changesWith: (before, after, context) => (isMadeAnew(before, after, context) ? ['type'] : []),
  sql: domainSql,
  render,
})
