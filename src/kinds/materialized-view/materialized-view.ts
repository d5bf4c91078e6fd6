import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionChanges, optionList } from '../../sql/options.js'
import { defineKind } from '../kind.js'
import { storageOptions } from '../table/render-options.js'
import { queryText } from '../view/introspect.js'
import { viewCode } from '../view/render.js'
import { queryClause, renameRelation } from '../view/sql.js'

export interface MaterializedViewAttributes {
  readonly schema: string
  readonly name: string
  readonly definition: string
  /** False (WITH NO DATA) until it is refreshed. */
  readonly populated?: boolean
  /** Storage parameters, `name=value`, sorted; those of the TOAST table start with `toast.`. */
  readonly options?: readonly string[]
  readonly tablespace?: string
  /** Where it is not the default one. */
  readonly accessMethod?: string
}

type MaterializedView = MaterializedViewAttributes

interface Row extends Omit<MaterializedView, 'options'> {
  oid: number
  options: string[] | null
}

const alter = ({ schema, name }: MaterializedView): string => `ALTER MATERIALIZED VIEW ${qualified(schema, name)}`

/** A materialized view (Manual, CREATE MATERIALIZED VIEW). Its rows can always be computed again, so it is replaced freely. */
export const materializedViewKind = defineKind<MaterializedViewAttributes, Row>({
  name: 'materialized-view',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.relname as name, pg_get_viewdef(c.oid) as definition, c.relispopulated as populated,
             case when c.reloptions is not null or t.reloptions is not null then (
               select json_agg(o order by o) from (
                 select unnest(c.reloptions) as o union all select 'toast.' || unnest(t.reloptions)) x) end as options,
             s.spcname as tablespace, case when a.amname <> 'heap' then a.amname end as "accessMethod"
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_class t on t.oid = c.reltoastrelid
        left join pg_tablespace s on s.oid = c.reltablespace
        left join pg_am a on a.oid = c.relam
       where c.relkind = 'm' and ${userSchema('n')}`,
    read: ({ oid, definition, ...row }) => ({
      catalog: 'pg_class',
      oid,
      attributes: { ...row, definition: queryText(definition) } as MaterializedView,
    }),
  },
  // A scratch database has no rows to compute it from, and need not try.
  verbatim: ['populated'],
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    definition: 'replace',
    options: {
      alter: (before, after) =>
        optionChanges(before.options, after.options).map((change) => `${alter(after)} ${change}`),
    },
    tablespace: {
      alter: (_before, after) => `${alter(after)} SET TABLESPACE ${quoteIdentifier(after.tablespace ?? 'pg_default')}`,
    },
    accessMethod: {
      alter: (_before, after) => `${alter(after)} SET ACCESS METHOD ${quoteIdentifier(after.accessMethod ?? 'heap')}`,
    },
    populated: {
      alter: (_before, { schema, name, populated }) =>
        `REFRESH MATERIALIZED VIEW ${qualified(schema, name)}${populated ? '' : ' WITH NO DATA'}`,
    },
  },
  rows: () => 'away',
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  slots: ({ schema, name }) => [`relation ${qualified(schema, name)}`, `type ${qualified(schema, name)}`],
  mentions: ({ definition }) => definition,
  sql: {
    create: ({ schema, name, definition, populated, options, tablespace, accessMethod }) =>
      [
        `CREATE MATERIALIZED VIEW ${qualified(schema, name)}${queryClause(
          definition,
          [
            accessMethod && ` USING ${quoteIdentifier(accessMethod)}`,
            options && ` WITH ${optionList(options)}`,
            tablespace && ` TABLESPACE ${quoteIdentifier(tablespace)}`,
          ]
            .filter(Boolean)
            .join(''),
        )}`,
        ...(populated ? [] : ['WITH NO DATA']),
      ].join('\n'),
    drop: ({ schema, name }) => `DROP MATERIALIZED VIEW ${qualified(schema, name)}`,
    rename: (before, after) => renameRelation('MATERIALIZED VIEW', before, after),
    reference: ({ schema, name }) => `MATERIALIZED VIEW ${qualified(schema, name)}`,
  },
  render: ({ id, attributes: view }, writer) => {
    const own = {
      withNoData: view.populated ? undefined : 'true',
      options: view.options && storageOptions(view.options, writer),
      tablespace: view.tablespace && writer.string(view.tablespace),
      accessMethod: view.accessMethod && writer.string(view.accessMethod),
    }
    const expression = viewCode('materializedView', view, own, id, writer)
    return { as: 'declaration', file: `views/${view.name}`, name: view.name, expression }
  },
})
