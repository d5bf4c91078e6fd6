import { quoteIdentifier } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { functionCode } from '../function/render.js'

export interface AccessMethodAttributes {
  readonly name: string
  readonly type: 'table' | 'index'
  readonly handler: string
}

interface Row extends AccessMethodAttributes {
  oid: number
}

/** An access method for tables or indexes (Manual, CREATE ACCESS METHOD). */
export const accessMethodKind = defineKind<AccessMethodAttributes, Row>({
  name: 'access-method',
  introspection: {
    query: () => `
      select a.oid, a.amname as name, case a.amtype when 't' then 'table' else 'index' end as type, a.amhandler::text as handler
        from pg_am a where a.oid >= 16384`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_am', oid, attributes }),
  },
  rules: {
    name: 'ignore', // part of the id
    type: 'replace',
    handler: 'replace',
  },
  identity: ({ name }) => quoteIdentifier(name),
  sql: {
    create: ({ name, type, handler }) =>
      `CREATE ACCESS METHOD ${quoteIdentifier(name)} TYPE ${type.toUpperCase()} HANDLER ${handler}`,
    drop: ({ name }) => `DROP ACCESS METHOD ${quoteIdentifier(name)}`,
    reference: ({ name }) => `ACCESS METHOD ${quoteIdentifier(name)}`,
  },
  render: ({ id, attributes: { name, type, handler } }, writer) => {
    const options = writer.object({ type: writer.string(type), handler: functionCode(handler, writer) })
    const expression = `${writer.use('accessMethod')}(${writer.string(name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'access-methods', name, expression }
  },
})
