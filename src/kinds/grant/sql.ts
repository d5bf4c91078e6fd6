import { quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, SqlContext, Statements } from '../kind.js'
import { referenceOf } from '../cross-cutting/target.js'
import type { GrantAttributes } from './grant.js'
import { allPrivileges, applied, byBirth, privilegeChanges, theOwner, type Held } from './privileges.js'
import { ownedWith } from '../owner/ownable.js'
import { grantableOf } from './target.js'

const nothing = ({ target, grantee, grantor }: GrantAttributes): GrantAttributes => ({
  target,
  grantee,
  ...(grantor !== undefined && { grantor }),
})

export const create = (grant: GrantAttributes, context: SqlContext): Statements =>
  changes(nothing(grant), grant, context)
export const drop = (grant: GrantAttributes, context: SqlContext): Statements => changes(grant, nothing(grant), context)
export const alter = (before: GrantAttributes, after: GrantAttributes, { after: context }: AlterContext): Statements =>
  changes(before, after, context)

/** What an owner holds is changed while that one owns it. */
export const possible = (before: GrantAttributes, after: GrantAttributes, sides: AlterContext): boolean =>
  granteeText(before, sides.before) === granteeText(after, sides.after)

function changes(before: GrantAttributes, after: GrantAttributes, context: SqlContext): string[] {
  const { target, grantor } = after
  const found = grantableOf(referenceOf(context, target))
  if (found === undefined) throw new Error(`privileges on ${target} cannot be granted`)
  const { version } = context.snapshot
  const grantee = granteeText(after, context)
  const base = byBirth(found.of, after.grantee, version, target)
  const where = { on: found.on, grantee, all: allPrivileges(found.of, version) }
  const from = applied(base, before)
  const to = applied(base, after)
  const onTable = privilegeChanges(from, to, where)
  // What is revoked on the table is gone from its columns as well, the grant option by itself too.
  const left = (held: Held): Held =>
    new Map(
      [...held]
        .filter(([name]) => !from.has(name) || to.has(name))
        .map(([name, option]) => [name, option && !(from.get(name) === true && to.get(name) === false)]),
    )
  const statements = [...onTable, ...columnChanges(before, after, where, version, left)]
  if (grantor === undefined || statements.length === 0) return statements
  // PostgreSQL records who runs GRANT; GRANTED BY may not name another.
  return [`SET LOCAL ROLE ${grantor}`, ...statements, 'RESET ROLE']
}

/** Columns whose privileges change in the same way share a statement. */
function columnChanges(
  before: GrantAttributes,
  after: GrantAttributes,
  where: { on: string; grantee: string },
  version: number,
  left: (held: Held) => Held,
): string[] {
  const names = [...new Set([...(before.columns ?? []), ...(after.columns ?? [])].map(({ name }) => name))].sort()
  const held = ({ columns = [] }: GrantAttributes, name: string): Held =>
    applied(new Map(), columns.find((column) => column.name === name) ?? {})
  const alike = new Map<string, { from: Held; to: Held; names: string[] }>()
  for (const name of names) {
    const from = left(held(before, name))
    const to = held(after, name)
    const key = JSON.stringify([[...from], [...to]])
    const same = alike.get(key)
    if (same === undefined) alike.set(key, { from, to, names: [name] })
    else same.names.push(name)
  }
  const all = allPrivileges('column', version)
  return [...alike.values()].flatMap((group) =>
    privilegeChanges(group.from, group.to, {
      ...where,
      all,
      columns: ` (${group.names.map(quoteIdentifier).join(', ')})`,
    }),
  )
}

function granteeText({ target, of, grantee }: GrantAttributes, context: SqlContext): string {
  if (grantee !== theOwner) return grantee
  const table = of?.startsWith('column ') ? tableOfColumn(of) : undefined
  const id = `owner ${table ?? ownedWith(target, (other) => context.get(other))}`
  const owner = context.get(id) ?? context.standing.get(id)
  return owner === undefined ? 'CURRENT_USER' : quoteIdentifier((owner.attributes as { role: string }).role)
}

/** `table public.t` for `column public.t."a.b"`. */
const tableOfColumn = (id: string): string => id.replace(/^column (.*)\.(?:"(?:[^"]|"")*"|[^".]+)$/s, 'table $1')
