import { quoteIdentifier } from '../../sql/identifier.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { enclose } from '../../pull/layout.js'
import type { Kind, Writer } from '../kind.js'
import type { MembershipAttributes } from '../membership/membership.js'
import type { RoleAttributes } from './role.js'

export const render: NonNullable<Kind<RoleAttributes>['render']> = ({ id, attributes: role }, writer) => {
  if (!declarable(writer.snapshot).has(id)) return undefined
  const lists = new Map(writer.lists(id))
  const memberOf = lists.get('memberOf')
  lists.delete('memberOf')
  const yes = (on: boolean | undefined): string | undefined => (on ? 'true' : undefined)
  const options = writer.object({
    login: yes(role.login),
    superuser: yes(role.superuser),
    createDb: yes(role.createDb),
    createRole: yes(role.createRole),
    inherit: role.noInherit ? 'false' : undefined,
    replication: yes(role.replication),
    bypassRls: yes(role.bypassRls),
    connectionLimit: role.connectionLimit === undefined ? undefined : String(role.connectionLimit),
    validUntil: role.validUntil === undefined ? undefined : writer.string(role.validUntil),
    memberOf: memberOf && writer.list(memberOf),
    settings: role.settings && settings(role.settings, writer),
    databaseSettings: role.databaseSettings && settings(role.databaseSettings, writer),
  })
  const parts = [...lists.values()].flat()
  const name = writer.string(role.name)
  const call = `${writer.use('role')}(${name}${options === '{}' ? '' : `, ${options}`})`
  return {
    as: 'declaration',
    file: 'roles',
    name: role.name,
    expression: call + (parts.length === 0 ? '' : enclose('.with(', parts, ')')),
  }
}

function settings(list: readonly string[], writer: Writer): string {
  return writer.object(
    Object.fromEntries(
      list.map((setting) => {
        const at = setting.indexOf('=')
        return [setting.slice(0, at), writer.string(setting.slice(at + 1))]
      }),
    ),
  )
}

const known = new WeakMap<Snapshot, ReadonlySet<string>>()

/**
 * Ids of the roles to declare: those that this database refers to, those that no other does, and what they are members of;
 * never the superuser that reads.
 */
function declarable(snapshot: Snapshot): ReadonlySet<string> {
  const found = known.get(snapshot)
  if (found !== undefined) return found
  const result = new Set<string>()
  const groups = new Map<string, string[]>()
  for (const { id, kind, attributes } of snapshot.objects.values()) {
    if (kind === 'role' && !(attributes as RoleAttributes).elsewhere) result.add(id)
    if (kind !== 'membership') continue
    const { role, member } = attributes as MembershipAttributes
    const of = `role ${quoteIdentifier(member)}`
    groups.set(of, [...(groups.get(of) ?? []), `role ${quoteIdentifier(role)}`])
  }
  for (const id of result) for (const group of groups.get(id) ?? []) result.add(group)
  const reader = snapshot.objects.get(`role ${quoteIdentifier(snapshot.user ?? '')}`)
  if ((reader?.attributes as RoleAttributes | undefined)?.superuser) result.delete(reader!.id)
  known.set(snapshot, result)
  return result
}
