import { quoteIdentifier } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { roleText } from '../owner/render.js'
import type { RoleAttributes } from '../role/role.js'
import type { MembershipAttributes } from './membership.js'

export const render: NonNullable<Kind<MembershipAttributes>['render']> = ({ attributes: membership }, writer) => {
  const { role, member, grantor, admin, noInherit, noSet } = membership
  const attributes = writer.snapshot.objects.get(`role ${quoteIdentifier(member)}`)?.attributes as
    | RoleAttributes
    | undefined
  const inheritDiffers = Boolean(noInherit) !== Boolean(attributes?.noInherit)
  const group = roleText(role, writer)
  const plain = grantor === undefined && !admin && !noSet && !inheritDiffers
  const text = plain
    ? group
    : writer.object({
        role: group,
        admin: admin ? 'true' : undefined,
        inherit: inheritDiffers ? String(!noInherit) : undefined,
        set: noSet ? 'false' : undefined,
        // Its name: who grants may be a member of the one that is granted to, and is declared after it then.
        grantedBy: grantor === undefined ? undefined : writer.string(grantor),
      })
  return { as: 'item', list: 'memberOf', text }
}
