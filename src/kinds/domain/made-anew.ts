import type { AlterContext, SqlContext } from '../kind.js'
import type { ColumnAttributes } from '../column/column.js'
import { movesAlong } from '../type/moves-along.js'
import { typeKinds } from '../type/type-kinds.js'
import type { DomainConstraintAttributes } from './constraint.js'
import type { DomainAttributes } from './domain.js'
import { domainName } from './sql.js'

/** Whether a type is a domain, or a domain over it and nothing but domains between. */
export function isMadeOf(type: string | undefined, domain: string, side: Pick<SqlContext, 'get'>): boolean {
  if (type === domain) return true
  const over = side.get(`domain ${type}`)?.attributes as DomainAttributes | undefined
  return over !== undefined && isMadeOf(over.type, domain, side)
}

/** Another base type or collation cannot be set, and no value within a list or a row is tested: it is made anew. */
export const isMadeAnew = (before: DomainAttributes, after: DomainAttributes, context: AlterContext): boolean =>
  (before.type !== after.type && !movesAlong(`domain ${domainName(before)}`, before.type, after.type, context)) ||
  before.collation !== after.collation ||
  (isTightened(before, after, context) && isWithin(domainName(before), context.before))

/** The same of a domain by its id, which may be there on one side only. */
export function isDomainMadeAnew(id: string, { before, after }: AlterContext): boolean {
  const [from, to] = [before.get(id), after.get(id)].map((domain) => domain?.attributes as DomainAttributes | undefined)
  return from !== undefined && to !== undefined && isMadeAnew(from, to, { before, after })
}

/** True for a domain over one that is made anew: it is made with that, default included, which may be printed as of its type. */
export function isMadeWithBase({ type }: DomainAttributes, context: AlterContext): boolean {
  const base = context.after.get(`domain ${type}`)?.attributes as DomainAttributes | undefined
  return base !== undefined && (isDomainMadeAnew(`domain ${type}`, context) || isMadeWithBase(base, context))
}

/** Whether a value has to meet a condition that it did not have to meet before. */
function isTightened(before: DomainAttributes, after: DomainAttributes, context: AlterContext): boolean {
  if (after.notNull && !before.notNull) return true
  const known = checks(before, context.before)
  return [...checks(after, context.after)].some(([id, expression]) => known.get(id) !== expression)
}

/** The checks of a domain that are known to hold, by id. */
const checks = (domain: DomainAttributes, side: SqlContext): ReadonlyMap<string, string> =>
  new Map(
    side.dependents(`domain ${domainName(domain)}`).flatMap((id) => {
      const object = side.get(id)
      if (object?.kind !== 'domain-constraint') return []
      const { expression, notValid } = object.attributes as DomainConstraintAttributes
      return notValid ? [] : [[id, expression] as const]
    }),
  )

/** Whether a column holds values of a domain within others: in a list, a row or a range. */
function isWithin(domain: string, side: SqlContext): boolean {
  const seen = new Set<string>()
  const visit = (id: string): boolean =>
    side.dependents(id).some((dependent) => {
      const object = side.get(dependent)
      if (object === undefined || seen.has(dependent)) return false
      seen.add(dependent)
      if (object.kind === 'column') return !isMadeOf((object.attributes as ColumnAttributes).type, domain, side)
      return typeKinds.has(object.kind) && visit(dependent)
    })
  return visit(`domain ${domain}`)
}
