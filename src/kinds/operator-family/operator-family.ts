import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type AlterRule } from '../kind.js'
import { memberAddresses, memberList, withoutFunction, type MemberAddress } from './members.js'

export interface OperatorFamilyAttributes {
  readonly schema: string
  readonly name: string
  readonly method: string
  /** What is in it beyond its classes: `OPERATOR 1 <(integer,bigint)`, `FUNCTION 1 (integer, bigint) btint48cmp(integer,bigint)`. */
  readonly members?: readonly string[]
}

type Family = OperatorFamilyAttributes

interface Row extends Omit<Family, 'members'> {
  oid: number
  members: string[] | null
  addresses: MemberAddress[] | null
}

const named = ({ schema, name, method }: Family): string =>
  `${qualified(schema, name)} USING ${quoteIdentifier(method)}`
const add = (family: Family, members: readonly string[]): string =>
  `ALTER OPERATOR FAMILY ${named(family)} ADD\n${members.map((member) => `  ${member}`).join(',\n')}`
const remove = (family: Family, members: readonly string[]): string =>
  `ALTER OPERATOR FAMILY ${named(family)} DROP\n${members.map((member) => `  ${withoutFunction(member)}`).join(',\n')}`

const members: AlterRule<Family> = {
  alter: (before, after) => {
    const old = (before.members ?? []).filter((member) => !(after.members ?? []).includes(member))
    const fresh = (after.members ?? []).filter((member) => !(before.members ?? []).includes(member))
    return [...(old.length > 0 ? [remove(after, old)] : []), ...(fresh.length > 0 ? [add(after, fresh)] : [])]
  },
}

/** An operator family (Manual, CREATE OPERATOR FAMILY), with what belongs to none of its classes. */
export const operatorFamilyKind = defineKind<OperatorFamilyAttributes, Row>({
  name: 'operator-family',
  introspection: {
    query: () => `
      select f.oid, n.nspname as schema, f.opfname as name, a.amname as method, ${memberList('pg_opfamily', 'f.oid')} as members,
             ${memberAddresses('pg_opfamily', 'f.oid')} as addresses
        from pg_opfamily f
        join pg_am a on a.oid = f.opfmethod
        join pg_namespace n on n.oid = f.opfnamespace
       where ${userSchema('n')}`,
    read: ({ oid, addresses, ...attributes }) => ({
      catalog: 'pg_opfamily',
      oid,
      attributes: attributes as Family,
      aliases: addresses ?? [],
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    method: 'ignore', // part of the id
    members,
  },
  identity: named,
  requires: ({ schema }) => [`schema ${qualified(schema)}`],
  sql: {
    create: (family) => [
      `CREATE OPERATOR FAMILY ${named(family)}`,
      ...(family.members === undefined ? [] : [add(family, family.members)]),
    ],
    drop: (family) => `DROP OPERATOR FAMILY ${named(family)}`,
    reference: (family) => `OPERATOR FAMILY ${named(family)}`,
  },
  render: ({ id, attributes: { schema, name, method, members: list } }, writer) => {
    const options = writer.object({
      using: writer.string(method),
      members: list && writer.list(list.map((member) => writer.string(member))),
    })
    const expression = `${writer.use('operatorFamily')}(${writer.name(schema, name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'operator-classes', name: `${name} family`, expression }
  },
})
