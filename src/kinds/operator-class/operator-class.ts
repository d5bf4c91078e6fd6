import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { typeCode } from '../function/render.js'
import { defineKind } from '../kind.js'
import { memberAddresses, memberList, type MemberAddress } from '../operator-family/members.js'

export interface OperatorClassAttributes {
  readonly schema: string
  readonly name: string
  readonly method: string
  readonly type: string
  /** Qualified. */
  readonly family: string
  readonly default?: boolean
  /** The type that the index stores, where it is another. */
  readonly storage?: string
  /** `OPERATOR 1 <(integer,integer)`, `FUNCTION 1 (integer, integer) btint4cmp(integer,integer)`. */
  readonly members?: readonly string[]
}

type Class = OperatorClassAttributes

interface Row extends Omit<Class, 'members'> {
  oid: number
  members: string[] | null
  addresses: MemberAddress[] | null
}

const named = ({ schema, name, method }: Class): string => `${qualified(schema, name)} USING ${quoteIdentifier(method)}`

function create(object: Class): string {
  const { schema, name, type, method, family, storage, members = [] } = object
  // A class must hold something: its storage, if only that of its own type.
  const items = [...members, ...(storage === undefined && members.length > 0 ? [] : [`STORAGE ${storage ?? type}`])]
  const head = `CREATE OPERATOR CLASS ${qualified(schema, name)}${object.default ? ' DEFAULT' : ''} FOR TYPE ${type}`
  return `${head} USING ${quoteIdentifier(method)} FAMILY ${family} AS\n${items.map((item) => `  ${item}`).join(',\n')}`
}

/** An operator class (Manual, CREATE OPERATOR CLASS). */
export const operatorClassKind = defineKind<OperatorClassAttributes, Row>({
  name: 'operator-class',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.opcname as name, a.amname as method, format_type(c.opcintype, null) as type,
             quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) as family, c.opcdefault as default,
             case when c.opckeytype <> 0 then format_type(c.opckeytype, null) end as storage,
             ${memberList('pg_opclass', 'c.oid')} as members, ${memberAddresses('pg_opclass', 'c.oid')} as addresses
        from pg_opclass c
        join pg_am a on a.oid = c.opcmethod
        join pg_namespace n on n.oid = c.opcnamespace
        join pg_opfamily f on f.oid = c.opcfamily
        join pg_namespace fn on fn.oid = f.opfnamespace
       where ${userSchema('n')}`,
    read: ({ oid, addresses, ...attributes }) => ({
      catalog: 'pg_opclass',
      oid,
      attributes: attributes as Class,
      aliases: addresses ?? [],
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    method: 'ignore', // part of the id
    type: 'replace',
    family: 'replace',
    default: 'replace',
    storage: 'replace',
    members: 'replace',
  },
  identity: named,
  requires: ({ schema, family, method }) => [
    `schema ${qualified(schema)}`,
    `operator-family ${family} USING ${quoteIdentifier(method)}`,
  ],
  sql: {
    create,
    drop: (object) => `DROP OPERATOR CLASS ${named(object)}`,
    reference: (object) => `OPERATOR CLASS ${named(object)}`,
  },
  render: ({ id, attributes: object }, writer) => {
    const options = writer.object({
      using: writer.string(object.method),
      forType: typeCode(object.type, writer),
      family:
        writer.ref(`operator-family ${object.family} USING ${quoteIdentifier(object.method)}`) ??
        writer.string(object.family),
      default: object.default ? 'true' : undefined,
      storage: object.storage && typeCode(object.storage, writer),
      members: object.members && writer.list(object.members.map((member) => writer.string(member))),
    })
    const expression = `${writer.use('operatorClass')}(${writer.name(object.schema, object.name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'operator-classes', name: object.name, expression }
  },
})
