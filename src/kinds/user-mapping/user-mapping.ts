import { optionsClause, statement, withoutSecrets, type ForeignOptions } from '../../sql/foreign-options.js'
import { lastName, quoteIdentifier } from '../../sql/identifier.js'
import { optionsRules, optionsText } from '../foreign-data-wrapper/options.js'
import { everyone } from '../grant/privileges.js'
import { granteeText } from '../grant/render.js'
import { defineKind } from '../kind.js'
import { newQuoted } from '../role/renamed.js'

export interface UserMappingAttributes extends ForeignOptions {
  readonly server: string
  /** A quoted role, or `PUBLIC`. */
  readonly user: string
}

type Mapping = UserMappingAttributes
interface Row {
  readonly oid: number
  readonly server: string
  readonly user: string | null
  readonly options: readonly string[] | null
}

const called = ({ user, server }: Mapping): string => `USER MAPPING FOR ${user} SERVER ${quoteIdentifier(server)}`

const ownerOf = ({ user, server }: Mapping): string => `${server}_${user}`

/** As whom a role uses a foreign server (Manual, CREATE USER MAPPING). */
export const userMappingKind = defineKind<UserMappingAttributes, Row>({
  name: 'user-mapping',
  verbatim: true,
  introspection: {
    // The view shows options to those who may see them.
    query: () => `
      select m.umid as oid, m.srvname as server, case when m.umuser <> 0 then m.usename end as user, to_json(m.umoptions) as options
        from pg_user_mappings m`,
    read: ({ oid, server, user, options }) => ({
      catalog: 'pg_user_mapping',
      oid,
      attributes: {
        server,
        user: user === null ? everyone : quoteIdentifier(user),
        ...withoutSecrets(options),
      },
    }),
  },
  rules: {
    server: 'ignore', // part of the id
    user: 'ignore', // part of the id
    ...optionsRules<Mapping>((after) => `ALTER ${called(after)}`, ownerOf),
  },
  identity: ({ server, user }) => `${user} on ${quoteIdentifier(server)}`,
  renamed: (mapping, newId) => ({
    ...mapping,
    server: lastName(newId(`server ${quoteIdentifier(mapping.server)}`).slice('server '.length)),
    user: newQuoted(mapping.user, newId),
  }),
  parent: ({ server }) => `server ${quoteIdentifier(server)}`,
  requires: ({ user }) => (user === everyone ? [] : [`role ${user}`]),
  // It does not go with its server by itself.
  placed: () => 'apart',
  sql: {
    create: (mapping) => statement(`CREATE ${called(mapping)}`, optionsClause(mapping, ownerOf(mapping))),
    drop: (mapping) => `DROP ${called(mapping)}`,
  },
  render: ({ attributes: mapping }, writer) => {
    const options = optionsText(mapping, ownerOf(mapping), writer)
    const text = `${writer.use('userMapping')}(${granteeText(mapping.user, writer)}${options === undefined ? '' : `, ${options}`})`
    return { as: 'item', list: 'mappings', text }
  },
})
