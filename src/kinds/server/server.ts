import { optionsClause, statement, withoutSecrets, type ForeignOptions } from '../../sql/foreign-options.js'
import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { optionsRules, optionsText } from '../foreign-data-wrapper/options.js'
import { defineKind } from '../kind.js'

export interface ServerAttributes extends ForeignOptions {
  readonly name: string
  readonly wrapper: string
  readonly type?: string
  readonly version?: string
}

type Server = ServerAttributes
interface Row extends Omit<Server, keyof ForeignOptions> {
  readonly oid: number
  readonly options: readonly string[] | null
}

const called = ({ name }: Server): string => `SERVER ${quoteIdentifier(name)}`

/** A foreign server (Manual, CREATE SERVER). */
export const serverKind = defineKind<ServerAttributes, Row>({
  name: 'server',
  introspection: {
    query: () => `
      select s.oid, s.srvname as name, w.fdwname as wrapper, s.srvtype as type, s.srvversion as version, to_json(s.srvoptions) as options
        from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw`,
    read: ({ oid, options, ...row }) => ({
      catalog: 'pg_foreign_server',
      oid,
      attributes: { ...row, ...withoutSecrets(options) },
    }),
  },
  rules: {
    name: 'ignore', // part of the id
    wrapper: 'replace',
    type: 'replace',
    version: {
      possible: (_before, after) => after.version !== undefined,
      alter: (_before, after) => `ALTER ${called(after)} VERSION ${quoteLiteral(after.version!)}`,
    },
    ...optionsRules<Server>(
      (after) => `ALTER ${called(after)}`,
      ({ name }) => name,
    ),
  },
  identity: ({ name }) => quoteIdentifier(name),
  verbatim: ['secrets', 'variables'],
  requires: ({ wrapper }) => [`foreign-data-wrapper ${quoteIdentifier(wrapper)}`],
  sql: {
    create: (server) =>
      statement(
        `CREATE ${called(server)}`,
        server.type === undefined ? '' : ` TYPE ${quoteLiteral(server.type)}`,
        server.version === undefined ? '' : ` VERSION ${quoteLiteral(server.version)}`,
        ` FOREIGN DATA WRAPPER ${quoteIdentifier(server.wrapper)}`,
        optionsClause(server, server.name),
      ),
    drop: (server) => `DROP ${called(server)}`,
    rename: (before, after) => `ALTER ${called(before)} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: called,
  },
  render: ({ id, attributes: server }, writer) => {
    const lists = new Map(writer.lists(id))
    const mappings = lists.get('mappings')
    lists.delete('mappings')
    const options = writer.object({
      wrapper: writer.ref(`foreign-data-wrapper ${quoteIdentifier(server.wrapper)}`) ?? writer.string(server.wrapper),
      type: server.type === undefined ? undefined : writer.string(server.type),
      version: server.version === undefined ? undefined : writer.string(server.version),
      options: optionsText(server, server.name, writer),
      mappings: mappings && writer.list(mappings),
    })
    const parts = [...lists.values()].flat()
    const text = `${writer.use('server')}(${writer.string(server.name)}, ${options})`
    return {
      as: 'declaration',
      file: 'foreign-data',
      name: server.name,
      expression: text + (parts.length === 0 ? '' : `.with(${parts.join(', ')})`),
    }
  },
})
