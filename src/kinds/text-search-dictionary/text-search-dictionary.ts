import { userSchema } from '../../catalog/scope.js'
import { topLevelIndex } from '../../sql/scan.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { renameRelation } from '../view/sql.js'

export interface TextSearchDictionaryAttributes {
  readonly schema: string
  readonly name: string
  /** Qualified where it is none of the system's. */
  readonly template: string
  /** Options of the template as SQL writes them: `stopwords = 'english'`. */
  readonly options?: readonly string[]
}

type Dictionary = TextSearchDictionaryAttributes

interface Row extends Omit<Dictionary, 'options'> {
  oid: number
  options: string | null
}

/** `language = 'english', stopwords = 'a, b'` as a list. */
function optionList(text: string): string[] {
  const list: string[] = []
  let from = 0
  for (let at = topLevelIndex(text, ', '); at >= 0; at = topLevelIndex(text, ', ', from)) {
    list.push(text.slice(from, at))
    from = at + 2
  }
  return [...list, text.slice(from)]
}

const nameOf = (option: string): string => option.slice(0, option.indexOf(' = '))

/** A text search dictionary (Manual, CREATE TEXT SEARCH DICTIONARY). */
export const textSearchDictionaryKind = defineKind<TextSearchDictionaryAttributes, Row>({
  name: 'text-search-dictionary',
  introspection: {
    query: () => `
      select d.oid, n.nspname as schema, d.dictname as name, d.dictinitoption as options,
             case when t.tmplnamespace = 'pg_catalog'::regnamespace then '' else quote_ident(tn.nspname) || '.' end
             || quote_ident(t.tmplname) as template
        from pg_ts_dict d
        join pg_namespace n on n.oid = d.dictnamespace
        join pg_ts_template t on t.oid = d.dicttemplate
        join pg_namespace tn on tn.oid = t.tmplnamespace
       where ${userSchema('n')}`,
    read: ({ oid, options, ...row }) => ({
      catalog: 'pg_ts_dict',
      oid,
      attributes: { ...row, ...(options !== null && options !== '' && { options: optionList(options) }) },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    template: 'replace',
    options: {
      alter: ({ options: before = [] }, { schema, name, options: after = [] }) => {
        const names = new Set(after.map(nameOf))
        const gone = before.map(nameOf).filter((option) => !names.has(option))
        const changes = [...gone, ...after.filter((option) => !before.includes(option))]
        return changes.length === 0
          ? []
          : `ALTER TEXT SEARCH DICTIONARY ${qualified(schema, name)} (${changes.join(', ')})`
      },
    },
  },
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  sql: {
    create: ({ schema, name, template, options = [] }) =>
      `CREATE TEXT SEARCH DICTIONARY ${qualified(schema, name)} (${[`TEMPLATE = ${template}`, ...options].join(', ')})`,
    drop: ({ schema, name }) => `DROP TEXT SEARCH DICTIONARY ${qualified(schema, name)}`,
    rename: (before, after) => renameRelation('TEXT SEARCH DICTIONARY', before, after),
    reference: ({ schema, name }) => `TEXT SEARCH DICTIONARY ${qualified(schema, name)}`,
  },
  render: ({ id, attributes: { schema, name, template, options } }, writer) => {
    const text = writer.object({
      template: writer.ref(`text-search-template ${template}`) ?? writer.string(template),
      options: options && writer.list(options.map((option) => writer.string(option))),
    })
    const expression = `${writer.use('textSearchDictionary')}(${writer.name(schema, name)}, ${text})${writer.with(id)}`
    return { as: 'declaration', file: 'text-search', name: `${name} dictionary`, expression }
  },
})
