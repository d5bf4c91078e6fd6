import { quoteIdentifier } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { rules } from './compare.js'
import { introspection, type Row } from './introspect.js'
import { roleLeftAlone } from './left-alone.js'
import { render } from './render.js'
import { sql } from './sql.js'

export interface RoleAttributes {
  readonly name: string
  readonly login?: boolean
  readonly superuser?: boolean
  readonly createDb?: boolean
  readonly createRole?: boolean
  readonly noInherit?: boolean
  readonly replication?: boolean
  readonly bypassRls?: boolean
  /** How many connections it may have; left out where that is not limited. */
  readonly connectionLimit?: number
  /** Until when its password is valid, in UTC: `2030-01-01T00:00:00Z`. */
  readonly validUntil?: string
  /** The environment variable that holds its password; the password itself is nowhere, and never compared. */
  readonly password?: string
  /** `name=value`, as the catalog holds them; by name. */
  readonly settings?: readonly string[]
  /** Those for this database alone. */
  readonly databaseSettings?: readonly string[]
  /** Only other databases of the cluster refer to it. */
  readonly elsewhere?: boolean
}

/** A role (Manual, chapter 22). Roles belong to the cluster: one that is not declared is left alone, unless this history made it. */
export const roleKind = defineKind<RoleAttributes, Row>({
  name: 'role',
  verbatim: true,
  introspection,
  rules,
  identity: ({ name }) => quoteIdentifier(name),
  slots: ({ name }) => [`role ${quoteIdentifier(name)}`],
  leftAlone: ({ name }, scope) => roleLeftAlone(`role ${quoteIdentifier(name)}`, scope),
  sql,
  render,
})
