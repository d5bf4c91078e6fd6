import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { settingOf } from '../../sql/setting.js'
import { nameParts, type Secret } from '../../sql/sql.js'
import type { Part } from '../../declare/declaration.js'
import { roleKind, type RoleAttributes } from './role.js'

/** A declared role. */
export interface Role extends ObjectDeclaration {
  readonly name: string
}

/** A declared role, or the name of one that nobody declares here. */
export type RoleRef = Role | string

export const roleNameOf = (role: RoleRef): string => (typeof role === 'string' ? role : role[nameParts][0]!)

/** Membership in a role. */
export interface MembershipOptions {
  readonly role: RoleRef
  /** May give the membership to others. */
  readonly admin?: boolean
  /** Has the privileges of the role without SET ROLE (16); by default as the member's `inherit` says. */
  readonly inherit?: boolean
  /** May change to the role with SET ROLE (16). */
  readonly set?: boolean
  /** Who gives it, where that is not who migrates (16). */
  readonly grantedBy?: RoleRef
}

export type SettingValue = string | number | boolean | readonly string[]

export interface RoleOptions {
  readonly login?: boolean
  readonly superuser?: boolean
  readonly createDb?: boolean
  readonly createRole?: boolean
  /** False: the privileges of the roles that it belongs to count only after SET ROLE. */
  readonly inherit?: boolean
  readonly replication?: boolean
  readonly bypassRls?: boolean
  readonly connectionLimit?: number
  /** Until when the password is valid, in UTC where no zone is given. */
  readonly validUntil?: string | Date
  /** Read from the environment when the role is made, and written nowhere. */
  readonly password?: Secret
  /** Roles whose member it is. */
  readonly memberOf?: readonly (RoleRef | MembershipOptions)[]
  /** Settings of its sessions (ALTER ROLE … SET); a list for parameters such as `search_path`. */
  readonly settings?: Readonly<Record<string, SettingValue>>
  /** Those that hold in this database alone. */
  readonly databaseSettings?: Readonly<Record<string, SettingValue>>
  readonly renamedFrom?: string
}

/**
 * A role (CREATE ROLE). Roles belong to the whole cluster: one that is no longer declared is dropped only if a migration
 * of this history made it.
 *
 * @example
 * export const appRo = role('app_ro')
 * export const appRw = role('app_rw', { login: true, password: secret('APP_RW_PASSWORD'), memberOf: [appRo] })
 */
export function role(name: string, options: RoleOptions = {}): Role {
  const { inherit, validUntil, password, memberOf = [], settings, databaseSettings, renamedFrom, ...flags } = options
  const attributes: RoleAttributes = {
    name,
    ...flags,
    ...(inherit === false && { noInherit: true }),
    ...instant(validUntil),
    ...(password !== undefined && { password: password.secret }),
    ...(settings !== undefined && { settings: settingList(settings) }),
    ...(databaseSettings !== undefined && { databaseSettings: settingList(databaseSettings) }),
  }
  const memberships = memberOf.map((item) =>
    membership(name, isOptions(item) ? item : { role: item }, inherit !== false),
  )
  return Object.assign(declareObject(roleKind, { attributes, parts: memberships, renamedFrom }), { name })
}

const isOptions = (item: RoleRef | MembershipOptions): item is MembershipOptions =>
  typeof item === 'object' && 'role' in item

function membership(
  member: string,
  { role: group, admin, inherit, set, grantedBy }: MembershipOptions,
  inherits: boolean,
): Part {
  return {
    objects: () => [
      {
        kind: 'membership',
        attributes: {
          role: roleNameOf(group),
          member,
          admin,
          noInherit: !(inherit ?? inherits),
          noSet: set === false,
          ...(grantedBy !== undefined && { grantor: roleNameOf(grantedBy) }),
        },
      },
    ],
  }
}

const settingList = (settings: Readonly<Record<string, SettingValue>>): readonly string[] =>
  Object.entries(settings)
    .map(([name, value]) =>
      settingOf(
        name,
        typeof value === 'boolean' ? (value ? 'on' : 'off') : typeof value === 'number' ? String(value) : value,
      ),
    )
    .sort()

/** As the catalog is read; `infinity` is the default. */
function instant(time: string | Date | undefined): { validUntil?: string } {
  if (time === undefined || time === 'infinity') return {}
  const zoned = typeof time !== 'string' || /(Z|[+-]\d\d(:?\d\d)?)$/i.test(time)
  const text = zoned ? time : `${time}${time.includes(':') ? '' : 'T00:00'}Z`
  return { validUntil: new Date(text).toISOString().replace(/\.?0*Z$/, 'Z') }
}

/** A role as GRANT names it. */
export const roleIdentifier = (role: RoleRef): string => quoteIdentifier(roleNameOf(role))
