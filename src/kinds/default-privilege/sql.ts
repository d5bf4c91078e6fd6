import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import {
  allPrivileges,
  applied,
  byBirth,
  privilegeChanges,
  theOwner,
  type Class,
  type Held,
} from '../grant/privileges.js'
import { classOfWord } from '../grant/target.js'
import type { SqlContext, Statement } from '../kind.js'
import type { DefaultPrivilegeAttributes } from './default-privilege.js'

type Default = DefaultPrivilegeAttributes

/** Default privileges of a schema only ever add to those by birth. */
export const baseOf = ({ schema, on, grantee }: Default, version: number): Held =>
  schema === undefined ? byBirth(classOfWord(on), grantee, version) : new Map<string, boolean>()

export function changes(before: Default, after: Default, { snapshot: { version } }: SqlContext): string[] {
  const { role, schema, on, grantee } = after
  const of: Class = classOfWord(on)
  const base = baseOf(after, version)
  const inSchema = schema === undefined ? '' : ` IN SCHEMA ${qualified(schema)}`
  return privilegeChanges(applied(base, before), applied(base, after), {
    head: `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoteIdentifier(role)}${inSchema} `,
    on: on.toUpperCase(),
    grantee: grantee === theOwner ? quoteIdentifier(role) : grantee,
    all: allPrivileges(of, version),
  })
}

/** The same that give nothing beyond what PostgreSQL does by itself. */
export const nothing = ({ role, schema, on, grantee }: Default): Default => ({
  role,
  ...(schema !== undefined && { schema }),
  on,
  grantee,
})

/**
 * Statements that make objects which nobody can name beforehand: no default privileges are in force meanwhile, so that
 * these hold what they have by birth.
 */
export function withoutDefaults(statements: readonly Statement[], context: SqlContext): readonly Statement[] {
  const { objects, user } = context.standing.snapshot
  const inForce = [...objects.values()].flatMap(({ kind, attributes }) =>
    kind === 'default-privilege' && (attributes as Default).role === user ? (attributes as Default) : [],
  )
  return [
    ...inForce.flatMap((item) => changes(item, nothing(item), context)),
    ...statements,
    ...inForce.flatMap((item) => changes(nothing(item), item, context)),
  ]
}
