import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import type { AlterRule, Rules } from '../kind.js'
import type { RoleAttributes } from './role.js'
import { options, settingChanges } from './sql.js'

type Role = RoleAttributes

/** One statement for all that CREATE ROLE could have said. */
const attributes: AlterRule<Role> = {
  alter: (before, after) => {
    const was = options(before)
    const changed = options(after).filter((option) => !was.includes(option))
    return changed.length === 0 ? [] : `ALTER ROLE ${quoteIdentifier(after.name)} WITH ${changed.join(' ')}`
  },
}

const validUntil: AlterRule<Role> = {
  alter: (_before, after) =>
    `ALTER ROLE ${quoteIdentifier(after.name)} VALID UNTIL ${quoteLiteral(after.validUntil ?? 'infinity')}`,
}

export const rules: Rules<RoleAttributes> = {
  name: 'ignore', // part of the id
  password: 'ignore', // never read
  elsewhere: 'ignore', // says nothing about the role
  login: attributes,
  superuser: attributes,
  createDb: attributes,
  createRole: attributes,
  noInherit: attributes,
  replication: attributes,
  bypassRls: attributes,
  connectionLimit: attributes,
  validUntil,
  settings: { alter: (before, after) => settingChanges(after.name, before.settings, after.settings) },
  databaseSettings: {
    alter: (before, after) => settingChanges(after.name, before.databaseSettings, after.databaseSettings, 'here'),
  },
}
