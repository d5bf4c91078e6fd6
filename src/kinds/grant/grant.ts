import { quoteIdentifier } from '../../sql/identifier.js'
import { parentOf, type TargetAttributes } from '../cross-cutting/target.js'
import { defineKind } from '../kind.js'
import { introspection, type Row } from './introspect.js'
import { identity, mergedColumns } from './identity.js'
import { everyone, isWithin, merged, theOwner, type Deviation } from './privileges.js'
import { render } from './render.js'
import { settle, unsettle } from './settle.js'
import { alter, create, drop, possible } from './sql.js'

/** What a grantee holds on one column, over and above the table. */
export interface ColumnGrant {
  readonly name: string
  readonly privileges?: readonly string[]
  readonly grantable?: readonly string[]
}

/** Until declarations are settled, `all` may stand in the lists, and `<kind>s in schema <name>` as the target. */
export interface GrantAttributes extends TargetAttributes, Deviation {
  /** A quoted role, `PUBLIC`, or `<owner>`. */
  readonly grantee: string
  /** A quoted role, where it is not the owner. */
  readonly grantor?: string
  /** By name. */
  readonly columns?: readonly ColumnGrant[]
}

/** What a grantee holds on a target where it differs from what the target has by birth (Manual, 5.8). */
export const grantKind = defineKind<GrantAttributes, Row>({
  name: 'grant',
  crossCutting: true,
  verbatim: true,
  introspection,
  rules: {
    target: 'ignore', // part of the id
    of: 'ignore', // follows from the target
    grantee: 'ignore', // part of the id
    grantor: 'ignore', // part of the id
    ...(() => {
      // One rule: to revoke on the table takes away from its columns, too.
      const rule = { alter, possible }
      return { privileges: rule, grantable: rule, revoked: rule, columns: rule }
    })(),
  },
  identity,
  parent: parentOf,
  requires: ({ target, grantee, grantor, columns = [] }) => [
    target,
    // Who becomes the owner has its grants merged into the owner's.
    `owner ${target}`,
    ...(grantee === everyone || grantee === theOwner ? [] : [`role ${grantee}`]),
    ...(grantor === undefined ? [] : [`role ${grantor}`, `grant ${target} to ${grantor}`]),
    ...columns.flatMap(({ name }) => {
      const column = `${target.slice(target.indexOf(' ') + 1)}.${quoteIdentifier(name)}`
      return [`column ${column}`, `view-column ${column}`]
    }),
  ],
  merge: (first, second) => ({
    ...first,
    ...merged(first, second),
    columns: mergedColumns(first.columns, second.columns),
  }),
  extends: (before, after) =>
    isWithin(before, after) &&
    (before.columns ?? []).every((column) =>
      after.columns?.some((other) => other.name === column.name && isWithin(column, other)),
    ),
  settle,
  unsettle,
  sql: { create, drop },
  render,
})
