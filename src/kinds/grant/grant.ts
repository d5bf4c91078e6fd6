import { lastName, quoteIdentifier } from '../../sql/identifier.js'
import { parentOf, retargeted, type TargetAttributes } from '../cross-cutting/target.js'
import { defineKind } from '../kind.js'
import { newQuoted } from '../role/renamed.js'
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

/** The ids that a column of a target may have. */
function columnIds(target: string, name: string): readonly string[] {
  const column = `${target.slice(target.indexOf(' ') + 1)}.${quoteIdentifier(name)}`
  return [`column ${column}`, `view-column ${column}`]
}

const renamedColumns = (
  target: string,
  columns: readonly ColumnGrant[],
  newId: (id: string) => string,
): readonly ColumnGrant[] =>
  columns
    .map((column) => {
      const found = columnIds(target, column.name).find((id) => newId(id) !== id)
      return found === undefined ? column : { ...column, name: lastName(newId(found)) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))

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
  renamed: (grant, newId) => ({
    ...retargeted(grant, newId),
    grantee: newQuoted(grant.grantee, newId),
    ...(grant.grantor !== undefined && { grantor: newQuoted(grant.grantor, newId) }),
    ...(grant.columns !== undefined && { columns: renamedColumns(grant.target, grant.columns, newId) }),
  }),
  requires: ({ target, grantee, grantor, columns = [] }) => [
    target,
    // Who becomes the owner has its grants merged into the owner's.
    `owner ${target}`,
    ...(grantee === everyone || grantee === theOwner ? [] : [`role ${grantee}`]),
    ...(grantor === undefined ? [] : [`role ${grantor}`, `grant ${target} to ${grantor}`]),
    ...columns.flatMap(({ name }) => columnIds(target, name)),
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
