import { lastName, quoteIdentifier } from '../../sql/identifier.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import {
  allPrivileges,
  applied,
  deviation,
  everyone,
  expanded,
  isWithin,
  merged,
  theOwner,
  type Deviation,
} from '../grant/privileges.js'
import { classOfWord } from '../grant/target.js'
import { defineKind, type SqlContext } from '../kind.js'
import { newQuoted, newRole } from '../role/renamed.js'
import { afterCreate } from './after-create.js'
import { introspection, type Row } from './introspect.js'
import { render } from './render.js'
import { baseOf, changes, nothing } from './sql.js'

export interface DefaultPrivilegeAttributes extends Deviation {
  /** Whose new objects it is about; `<user>` for the role that migrates, until declarations are settled. */
  readonly role: string
  /** The schema that it is about; without one, all. */
  readonly schema?: string
  readonly on: string
  /** A quoted role, `PUBLIC`, or `<owner>` for `role` itself. */
  readonly grantee: string
}

type Default = DefaultPrivilegeAttributes
export const theUser = '<user>'

const identity = ({ role, schema, on, grantee }: Default): string =>
  `${role === theUser ? role : quoteIdentifier(role)}${schema === undefined ? '' : ` in ${quoteIdentifier(schema)}`} on ${on} to ${grantee}`

const rule = {
  alter: (before: Default, after: Default, { after: context }: { after: SqlContext }) =>
    changes(before, after, context),
}

/** What new objects of a role give to others, where that is not what PostgreSQL does by itself (ALTER DEFAULT PRIVILEGES). */
export const defaultPrivilegeKind = defineKind<DefaultPrivilegeAttributes, Row>({
  name: 'default-privilege',
  verbatim: true,
  last: true,
  introspection,
  rules: {
    role: 'ignore', // part of the id
    schema: 'ignore', // part of the id
    on: 'ignore', // part of the id
    grantee: 'ignore', // part of the id
    privileges: rule,
    grantable: rule,
    revoked: rule,
  },
  identity,
  renamed: (given, newId) => ({
    ...given,
    role: newRole(given.role, newId),
    grantee: newQuoted(given.grantee, newId),
    ...(given.schema !== undefined && {
      schema: lastName(newId(`schema ${quoteIdentifier(given.schema)}`).slice('schema '.length)),
    }),
  }),
  requires: ({ role, schema, grantee }) => [
    `role ${quoteIdentifier(role)}`,
    ...(grantee === everyone || grantee === theOwner ? [] : [`role ${grantee}`]),
    ...(schema === undefined ? [] : [`schema ${quoteIdentifier(schema)}`]),
  ],
  merge: (first, second) => ({ ...first, ...merged(first, second) }),
  extends: isWithin,
  settle(objects, { version, user }) {
    for (const object of [...objects.values()] as CatalogObject<Default>[]) {
      if (object.kind !== 'default-privilege') continue
      const { attributes } = object
      const role = attributes.role === theUser ? user : attributes.role
      const grantee = attributes.grantee === quoteIdentifier(role) ? theOwner : attributes.grantee
      const all = allPrivileges(classOfWord(attributes.on), version)
      const spelledOut = {
        privileges: expanded(attributes.privileges, all),
        grantable: expanded(attributes.grantable, all),
        revoked: expanded(attributes.revoked, all),
      }
      const named = { ...attributes, role, grantee }
      const base = baseOf(named, version)
      const lists = Object.entries(deviation(base, applied(base, spelledOut))).filter(([, list]) => list.length > 0)
      const settled = { ...nothing(named), ...Object.fromEntries(lists) }
      objects.delete(object.id)
      const id = `default-privilege ${identity(settled)}`
      if (lists.length > 0) objects.set(id, { ...object, id, attributes: settled })
    }
  },
  sql: {
    create: (object, context) => changes(nothing(object), object, context),
    drop: (object, context) => changes(object, nothing(object), context),
    afterCreate,
  },
  render,
})
