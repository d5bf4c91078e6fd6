import { equal } from '../../catalog/json.js'
import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { renameRelation } from '../view/sql.js'

export interface TextSearchConfigurationAttributes {
  readonly schema: string
  readonly name: string
  /** Qualified where it is not the system's. */
  readonly parser: string
  /** Dictionaries by type of token, in the order in which they are asked. */
  readonly mappings?: Readonly<Record<string, readonly string[]>>
}

type Configuration = TextSearchConfigurationAttributes

interface Row extends Configuration {
  oid: number
}

const alter = ({ schema, name }: Configuration): string => `ALTER TEXT SEARCH CONFIGURATION ${qualified(schema, name)}`
const mapping = (configuration: Configuration, word: 'ADD' | 'ALTER', token: string, list: readonly string[]): string =>
  `${alter(configuration)} ${word} MAPPING FOR ${quoteIdentifier(token)} WITH ${list.join(', ')}`

/** A text search configuration (Manual, CREATE TEXT SEARCH CONFIGURATION). */
export const textSearchConfigurationKind = defineKind<TextSearchConfigurationAttributes, Row>({
  name: 'text-search-configuration',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.cfgname as name,
             case when p.prsnamespace = 'pg_catalog'::regnamespace then '' else quote_ident(pn.nspname) || '.' end
             || quote_ident(p.prsname) as parser,
             (select json_object_agg(m.token, m.dictionaries order by m.token) from (
               select t.alias as token, json_agg(m.mapdict::regdictionary::text order by m.mapseqno) as dictionaries
                 from pg_ts_config_map m join ts_token_type(c.cfgparser) t on t.tokid = m.maptokentype
                where m.mapcfg = c.oid group by t.alias) m) as mappings
        from pg_ts_config c
        join pg_namespace n on n.oid = c.cfgnamespace
        join pg_ts_parser p on p.oid = c.cfgparser
        join pg_namespace pn on pn.oid = p.prsnamespace
       where ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_ts_config', oid, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    parser: 'replace',
    mappings: {
      alter: ({ mappings: before = {} }, after) => {
        const wanted = after.mappings ?? {}
        const gone = Object.keys(before).filter((token) => !(token in wanted))
        return [
          ...(gone.length === 0 ? [] : [`${alter(after)} DROP MAPPING FOR ${gone.map(quoteIdentifier).join(', ')}`]),
          ...Object.entries(wanted)
            .filter(([token, list]) => !equal(list, before[token]))
            .map(([token, list]) => mapping(after, token in before ? 'ALTER' : 'ADD', token, list)),
        ]
      },
    },
  },
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  sql: {
    create: (configuration) => [
      `CREATE TEXT SEARCH CONFIGURATION ${qualified(configuration.schema, configuration.name)} (PARSER = ${configuration.parser})`,
      ...Object.entries(configuration.mappings ?? {}).map(([token, list]) =>
        mapping(configuration, 'ADD', token, list),
      ),
    ],
    drop: ({ schema, name }) => `DROP TEXT SEARCH CONFIGURATION ${qualified(schema, name)}`,
    rename: (before, after) => renameRelation('TEXT SEARCH CONFIGURATION', before, after),
    reference: ({ schema, name }) => `TEXT SEARCH CONFIGURATION ${qualified(schema, name)}`,
  },
  render: ({ id, attributes: { schema, name, parser, mappings = {} } }, writer) => {
    const dictionary = (text: string): string => writer.ref(`text-search-dictionary ${text}`) ?? writer.string(text)
    const entries = Object.entries(mappings).map(([token, list]) => [token, writer.list(list.map(dictionary))] as const)
    const options = writer.object({
      parser: writer.ref(`text-search-parser ${parser}`) ?? writer.string(parser),
      mappings: entries.length === 0 ? undefined : writer.object(Object.fromEntries(entries)),
    })
    const expression = `${writer.use('textSearchConfiguration')}(${writer.name(schema, name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'text-search', name: `${name} configuration`, expression }
  },
})
