import { origin, type Part } from '../../declare/declaration.js'
import { declaredOptions } from '../../sql/foreign-options.js'
import type { OptionValues } from '../foreign-data-wrapper/declare.js'
import { granteeOf, type SpecialGrantee } from '../grant/declare.js'
import type { RoleRef } from '../role/declare.js'

/** As whom a role, or `everyone`, uses the server that this is a mapping of (CREATE USER MAPPING). */
export function userMapping(user: RoleRef | SpecialGrantee, options: OptionValues = {}): Part {
  const at = origin()
  const attributes = { user: granteeOf(user), ...declaredOptions(options) }
  return { objects: ({ name }) => [{ kind: 'user-mapping', attributes: { server: name, ...attributes }, origin: at }] }
}
