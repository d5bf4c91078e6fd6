import { quoteIdentifier } from '../../sql/identifier.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import { defineKind, type AlterContext, type SqlContext } from '../kind.js'
import { roleLeftAlone } from '../role/left-alone.js'
import { newRole } from '../role/renamed.js'
import { render } from './render.js'

/** That a role is a member of another (Manual, 22.3). */
export interface MembershipAttributes {
  readonly role: string
  readonly member: string
  /** Who gave it, where that is not who migrates (16). */
  readonly grantor?: string
  readonly admin?: boolean
  /** The member has the role's privileges only after SET ROLE (16). */
  readonly noInherit?: boolean
  /** The member may not SET ROLE (16). */
  readonly noSet?: boolean
}

type Membership = MembershipAttributes

interface Row {
  readonly oid: number
  readonly memberOid: number
  readonly role: string
  readonly member: string
  readonly grantor: string | null
  readonly admin: boolean
  readonly noInherit: boolean
  readonly noSet: boolean
}

const idOf = ({ role, member, grantor }: Membership): string =>
  `${quoteIdentifier(member)} in ${quoteIdentifier(role)}${grantor === undefined ? '' : ` by ${quoteIdentifier(grantor)}`}`

const by = ({ grantor }: Membership): string => (grantor === undefined ? '' : ` GRANTED BY ${quoteIdentifier(grantor)}`)
const grant = (membership: Membership, options: readonly string[]): string =>
  `GRANT ${quoteIdentifier(membership.role)} TO ${quoteIdentifier(membership.member)}${
    options.length === 0 ? '' : ` WITH ${options.join(', ')}`
  }${by(membership)}`
const revoke = (membership: Membership, what = ''): string =>
  `REVOKE ${what}${quoteIdentifier(membership.role)} FROM ${quoteIdentifier(membership.member)}${by(membership)}`

const major = (context: SqlContext): number => Math.floor(context.snapshot.version / 10000)

function create(membership: Membership, context: SqlContext): string {
  const { admin, noInherit, noSet, member } = membership
  if (major(context) < 16) return grant(membership, admin ? ['ADMIN OPTION'] : [])
  const attributes = (context.get(`role ${quoteIdentifier(member)}`)?.attributes ?? {}) as { noInherit?: boolean }
  // By default a membership inherits if its member does.
  const inherit =
    Boolean(noInherit) === Boolean(attributes.noInherit) ? [] : [`INHERIT ${noInherit ? 'FALSE' : 'TRUE'}`]
  return grant(membership, [...(admin ? ['ADMIN TRUE'] : []), ...inherit, ...(noSet ? ['SET FALSE'] : [])])
}

const rule = {
  alter(before: Membership, after: Membership, { after: context }: AlterContext): string {
    if (major(context) < 16) return after.admin ? grant(after, ['ADMIN OPTION']) : revoke(after, 'ADMIN OPTION FOR ')
    const differs = (name: 'admin' | 'noInherit' | 'noSet'): boolean => Boolean(before[name]) !== Boolean(after[name])
    return grant(after, [
      ...(differs('admin') ? [`ADMIN ${after.admin ? 'TRUE' : 'FALSE'}`] : []),
      ...(differs('noInherit') ? [`INHERIT ${after.noInherit ? 'FALSE' : 'TRUE'}`] : []),
      ...(differs('noSet') ? [`SET ${after.noSet ? 'FALSE' : 'TRUE'}`] : []),
    ])
  },
}

export const membershipKind = defineKind<MembershipAttributes, Row>({
  name: 'membership',
  verbatim: true,
  introspection: {
    // A superuser gives memberships in the name of the bootstrap superuser, others in their own.
    query: ({ major: server }) => `
      select m.roleid as oid, m.member::int8::int as "memberOid", r.rolname as role, e.rolname as member,
             ${
               server < 16
                 ? `null as grantor, m.admin_option as admin, false as "noInherit", false as "noSet"`
                 : `case when m.grantor <> 10 and g.rolname <> current_user then g.rolname end as grantor, m.admin_option as admin,
                    not m.inherit_option as "noInherit", not m.set_option as "noSet"`
             }
        from pg_auth_members m
        join pg_roles r on r.oid = m.roleid
        join pg_roles e on e.oid = m.member
        left join pg_roles g on g.oid = m.grantor
       where e.rolname !~ '^pg_'`,
    read: ({ oid, memberOid, grantor, ...row }) => ({
      // There is no row number: a role and, in place of a column, its member.
      catalog: 'pg_auth_members',
      oid,
      sub: memberOid,
      attributes: { ...row, ...(grantor !== null && { grantor }) },
    }),
  },
  rules: {
    role: 'ignore', // part of the id
    member: 'ignore', // part of the id
    grantor: 'ignore', // part of the id
    admin: rule,
    noInherit: rule,
    noSet: rule,
  },
  identity: idOf,
  renamed: (membership, newId) => ({
    ...membership,
    role: newRole(membership.role, newId),
    member: newRole(membership.member, newId),
    ...(membership.grantor !== undefined && { grantor: newRole(membership.grantor, newId) }),
  }),
  parent: ({ member }) => `role ${quoteIdentifier(member)}`,
  requires: ({ role, member, grantor }) => [
    `role ${quoteIdentifier(role)}`,
    `role ${quoteIdentifier(member)}`,
    ...(grantor === undefined
      ? []
      : [`role ${quoteIdentifier(grantor)}`, `membership ${idOf({ role, member: grantor })}`]),
  ],
  leftAlone: ({ member }, scope) => roleLeftAlone(`role ${quoteIdentifier(member)}`, scope),
  settle(objects, { version }) {
    if (version >= 160000) return
    for (const [id, object] of [...objects] as [string, CatalogObject<Membership>][]) {
      if (object.kind !== 'membership') continue
      const { role, member, admin } = object.attributes
      objects.delete(id)
      const attributes = { role, member, ...(admin && { admin }) }
      objects.set(`membership ${idOf(attributes)}`, { ...object, id: `membership ${idOf(attributes)}`, attributes })
    }
  },
  sql: { create, drop: (membership) => revoke(membership) },
  render,
})
