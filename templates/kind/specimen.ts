import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'

// This is a whole kind that works (conversions between encodings). Replace what it says with what yours is; when it grows,
// move the query to introspect.ts, the rules to compare.ts, the statements to sql.ts and render to render.ts.

/** What is at its default (null, false, an empty list) is left out. */
export interface SpecimenAttributes {
  readonly schema: string
  readonly name: string
  /** The encoding that it reads. */
  readonly from: string
  /** The encoding that it writes. */
  readonly to: string
  /** Qualified, of the function that does it. */
  readonly function: string
  /** Used where nothing else is asked for. */
  readonly default?: boolean
}

interface Row extends SpecimenAttributes {
  oid: number
}

/** One sentence of what it is (Manual, chapter or command). */
export const specimenKind = defineKind<SpecimenAttributes, Row>({
  name: 'specimen',
  introspection: {
    // One query for all objects of the kind; search_path is empty, lists come as JSON.
    query: () => `
      select o.oid, n.nspname as schema, o.conname as name,
             pg_encoding_to_char(o.conforencoding) as from, pg_encoding_to_char(o.contoencoding) as to,
             (select quote_ident(pn.nspname) || '.' || quote_ident(p.proname)
                from pg_proc p join pg_namespace pn on pn.oid = p.pronamespace where p.oid = o.conproc) as function,
             o.condefault as default
        from pg_conversion o
        join pg_namespace n on n.oid = o.connamespace
       where ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_conversion', oid, attributes }),
  },
  // How a difference is mended: 'replace', 'ignore' (say why), or an alter rule (see ../column/compare.ts).
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    from: 'replace',
    to: 'replace',
    function: 'replace',
    default: 'replace',
  },
  identity: ({ schema, name }) => qualified(schema, name),
  // Names that only one object can hold at a time: the old one goes before the new one comes.
  slots: ({ schema, name }) => [`conversion ${qualified(schema, name)}`],
  requires: ({ schema }) => [`schema ${quoteIdentifier(schema)}`],
  sql: {
    create: (object) =>
      `CREATE ${object.default ? 'DEFAULT ' : ''}CONVERSION ${qualified(object.schema, object.name)}` +
      ` FOR ${quoteLiteral(object.from)} TO ${quoteLiteral(object.to)} FROM ${object.function}`,
    drop: ({ schema, name }) => `DROP CONVERSION ${qualified(schema, name)}`,
    rename: (before, after) =>
      `ALTER CONVERSION ${qualified(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)}`,
    // How COMMENT ON and OWNER TO name it.
    reference: ({ schema, name }) => `CONVERSION ${qualified(schema, name)}`,
  },
  // What `pull` writes: reading it back must give the same object.
  render: ({ id, attributes }, writer) => {
    const options = writer.object({
      from: writer.string(attributes.from),
      to: writer.string(attributes.to),
      function: writer.string(attributes.function),
      default: attributes.default ? 'true' : undefined,
    })
    const expression = `${writer.use('specimen')}(${writer.name(attributes.schema, attributes.name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'specimen', name: attributes.name, expression }
  },
})
