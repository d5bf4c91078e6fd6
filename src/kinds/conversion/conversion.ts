import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteLiteral } from '../../sql/identifier.js'
import { functionCode } from '../function/render.js'
import { defineKind } from '../kind.js'
import { renameRelation } from '../view/sql.js'

export interface ConversionAttributes {
  readonly schema: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly function: string
  readonly default?: boolean
}

interface Row extends ConversionAttributes {
  oid: number
}

/** A conversion between two encodings (Manual, CREATE CONVERSION). */
export const conversionKind = defineKind<ConversionAttributes, Row>({
  name: 'conversion',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.conname as name, pg_encoding_to_char(c.conforencoding) as from,
             pg_encoding_to_char(c.contoencoding) as to, c.conproc::text as function, c.condefault as default
        from pg_conversion c join pg_namespace n on n.oid = c.connamespace
       where ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_conversion', oid, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    from: 'replace',
    to: 'replace',
    function: 'replace',
    default: 'replace',
  },
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  sql: {
    create: ({ schema, name, from, to, function: by, default: isDefault }) =>
      `CREATE ${isDefault ? 'DEFAULT ' : ''}CONVERSION ${qualified(schema, name)} FOR ${quoteLiteral(from)} TO ${quoteLiteral(to)} FROM ${by}`,
    drop: ({ schema, name }) => `DROP CONVERSION ${qualified(schema, name)}`,
    rename: (before, after) => renameRelation('CONVERSION', before, after),
    reference: ({ schema, name }) => `CONVERSION ${qualified(schema, name)}`,
  },
  render: ({ id, attributes: { schema, name, from, to, function: by, default: isDefault } }, writer) => {
    const options = writer.object({
      from: writer.string(from),
      to: writer.string(to),
      function: functionCode(by, writer),
      default: isDefault ? 'true' : undefined,
    })
    const expression = `${writer.use('conversion')}(${writer.name(schema, name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'conversions', name, expression }
  },
})
