import { dollarQuote } from '../../sql/dollar-quote.js'
import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { settingText } from '../../sql/setting.js'
import { Sql } from '../../sql/sql.js'
import type { Kind } from '../kind.js'
import type { RoleAttributes } from './role.js'

/** Every option in the form that says it, defaults as well. */
export function options(role: RoleAttributes): string[] {
  const flag = (on: boolean | undefined, word: string): string => (on ? word : `NO${word}`)
  return [
    flag(role.login, 'LOGIN'),
    flag(role.superuser, 'SUPERUSER'),
    flag(role.createDb, 'CREATEDB'),
    flag(role.createRole, 'CREATEROLE'),
    flag(!role.noInherit, 'INHERIT'),
    flag(role.replication, 'REPLICATION'),
    flag(role.bypassRls, 'BYPASSRLS'),
    `CONNECTION LIMIT ${role.connectionLimit ?? -1}`,
  ]
}

const nameOf = (setting: string): string => setting.slice(0, setting.indexOf('='))
const parameter = (name: string): string => name.split('.').map(quoteIdentifier).join('.')

/** From some settings to others; `here` for those of this database, whose name only the server knows. */
export function settingChanges(
  role: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
  scope?: 'here',
): string[] {
  const names = new Set(after.map(nameOf))
  const actions = [
    ...before.filter((setting) => !names.has(nameOf(setting))).map((setting) => `RESET ${parameter(nameOf(setting))}`),
    ...after.filter((setting) => !before.includes(setting)).map(settingText),
  ]
  if (scope === undefined) return actions.map((action) => `ALTER ROLE ${quoteIdentifier(role)} ${action}`)
  return actions.map((action) => {
    const statement = `ALTER ROLE ${quoteIdentifier(role)} IN DATABASE %I ${action.replaceAll('%', '%%')}`
    return `DO ${dollarQuote(`BEGIN EXECUTE format(${quoteLiteral(statement)}, current_database()); END`)}`
  })
}

function create(role: RoleAttributes): readonly (string | Sql)[] {
  const usual = options({ name: role.name })
  const said = options(role).filter((option) => !usual.includes(option))
  if (role.validUntil !== undefined) said.push(`VALID UNTIL ${quoteLiteral(role.validUntil)}`)
  const text = `CREATE ROLE ${quoteIdentifier(role.name)}${said.length === 0 ? '' : ` ${said.join(' ')}`}`
  const { password } = role
  return [
    password === undefined ? text : new Sql([`${text} PASSWORD `, { secret: password }]),
    ...settingChanges(role.name, [], role.settings),
    ...settingChanges(role.name, [], role.databaseSettings, 'here'),
  ]
}

export const sql: Kind<RoleAttributes>['sql'] = {
  create,
  drop: ({ name }) => `DROP ROLE ${quoteIdentifier(name)}`,
  rename: (before, after) => `ALTER ROLE ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)}`,
  reference: ({ name }) => `ROLE ${quoteIdentifier(name)}`,
}
