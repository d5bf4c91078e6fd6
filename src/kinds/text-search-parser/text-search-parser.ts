import { userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { nameOnly } from '../function/reference.js'
import { functionCode } from '../function/render.js'
import { defineKind } from '../kind.js'
import { renameRelation } from '../view/sql.js'

export interface TextSearchParserAttributes {
  readonly schema: string
  readonly name: string
  readonly start: string
  readonly getToken: string
  readonly end: string
  readonly lexTypes: string
  readonly headline?: string
}

interface Row extends TextSearchParserAttributes {
  oid: number
}

/** A text search parser (Manual, CREATE TEXT SEARCH PARSER). */
export const textSearchParserKind = defineKind<TextSearchParserAttributes, Row>({
  name: 'text-search-parser',
  introspection: {
    query: () => `
      select p.oid, n.nspname as schema, p.prsname as name, p.prsstart::text as start, p.prstoken::text as "getToken",
             p.prsend::text as end, p.prslextype::text as "lexTypes", ${nameOnly('p.prsheadline')} as headline
        from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace
       where ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_ts_parser', oid, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    start: 'replace',
    getToken: 'replace',
    end: 'replace',
    lexTypes: 'replace',
    headline: 'replace',
  },
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  sql: {
    create: ({ schema, name, start, getToken, end, lexTypes, headline }) => {
      const options = [`START = ${start}`, `GETTOKEN = ${getToken}`, `END = ${end}`, `LEXTYPES = ${lexTypes}`]
      if (headline !== undefined) options.push(`HEADLINE = ${headline}`)
      return `CREATE TEXT SEARCH PARSER ${qualified(schema, name)} (${options.join(', ')})`
    },
    drop: ({ schema, name }) => `DROP TEXT SEARCH PARSER ${qualified(schema, name)}`,
    rename: (before, after) => renameRelation('TEXT SEARCH PARSER', before, after),
    reference: ({ schema, name }) => `TEXT SEARCH PARSER ${qualified(schema, name)}`,
  },
  render: ({ id, attributes: { schema, name, start, getToken, end, lexTypes, headline } }, writer) => {
    const options = writer.object({
      start: functionCode(start, writer),
      getToken: functionCode(getToken, writer),
      end: functionCode(end, writer),
      lexTypes: functionCode(lexTypes, writer),
      headline: headline && functionCode(headline, writer),
    })
    const expression = `${writer.use('textSearchParser')}(${writer.name(schema, name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'text-search', name: `${name} parser`, expression }
  },
})
