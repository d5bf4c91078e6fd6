import { userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { nameOnly } from '../function/reference.js'
import { functionCode } from '../function/render.js'
import { defineKind } from '../kind.js'
import { renameRelation } from '../view/sql.js'

export interface TextSearchTemplateAttributes {
  readonly schema: string
  readonly name: string
  readonly init?: string
  readonly lexize: string
}

interface Row extends TextSearchTemplateAttributes {
  oid: number
}

/** A template for text search dictionaries (Manual, CREATE TEXT SEARCH TEMPLATE). */
export const textSearchTemplateKind = defineKind<TextSearchTemplateAttributes, Row>({
  name: 'text-search-template',
  introspection: {
    query: () => `
      select t.oid, n.nspname as schema, t.tmplname as name, ${nameOnly('t.tmplinit')} as init, t.tmpllexize::text as lexize
        from pg_ts_template t join pg_namespace n on n.oid = t.tmplnamespace
       where ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_ts_template', oid, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    init: 'replace',
    lexize: 'replace',
  },
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  sql: {
    create: ({ schema, name, init, lexize }) =>
      `CREATE TEXT SEARCH TEMPLATE ${qualified(schema, name)} (${init === undefined ? '' : `INIT = ${init}, `}LEXIZE = ${lexize})`,
    drop: ({ schema, name }) => `DROP TEXT SEARCH TEMPLATE ${qualified(schema, name)}`,
    rename: (before, after) => renameRelation('TEXT SEARCH TEMPLATE', before, after),
    reference: ({ schema, name }) => `TEXT SEARCH TEMPLATE ${qualified(schema, name)}`,
  },
  render: ({ id, attributes: { schema, name, init, lexize } }, writer) => {
    const options = writer.object({ init: init && functionCode(init, writer), lexize: functionCode(lexize, writer) })
    const expression = `${writer.use('textSearchTemplate')}(${writer.name(schema, name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'text-search', name: `${name} template`, expression }
  },
})
