import type { ColumnGrant, GrantAttributes } from './grant.js'
import { merged } from './privileges.js'

export const identity = ({ target, grantee, grantor }: GrantAttributes): string =>
  `${target} to ${grantee}${grantor === undefined ? '' : ` by ${grantor}`}`

export const idOfGrant = (grant: GrantAttributes): string => `grant ${identity(grant)}`

/** What two declarations give on columns, as one list. */
export function mergedColumns(
  first: readonly ColumnGrant[] = [],
  second: readonly ColumnGrant[] = [],
): readonly ColumnGrant[] {
  const names = [...new Set([...first, ...second].map(({ name }) => name))].sort((a, b) => (a < b ? -1 : 1))
  const find = (list: readonly ColumnGrant[], name: string): ColumnGrant =>
    list.find((column) => column.name === name) ?? { name }
  return names.map((name) => {
    const { privileges, grantable } = merged(find(first, name), find(second, name))
    return { name, ...(privileges && { privileges }), ...(grantable && { grantable }) }
  })
}
