import { equal } from '../../catalog/json.js'
import { lastName, quoteIdentifier } from '../../sql/identifier.js'
import type { SqlContext } from '../kind.js'
import type { RangeTypeAttributes } from './range-type.js'
import { multirangeOf, rangeName } from './sql.js'

type RangeType = RangeTypeAttributes

const schemaOf = (name: string): string => name.slice(0, -quoteIdentifier(lastName(name)).length)

/** Two forms of a range type between which the multirange type is renamed. */
export function hasOtherMultirange(before: RangeType, after: RangeType): boolean {
  const [one, other] = [multirangeOf(before), multirangeOf(after)]
  return one !== other && schemaOf(one) === schemaOf(other)
}

/** The same where that is all. */
export const hasOnlyOtherMultirange = (before: RangeType, after: RangeType): boolean =>
  hasOtherMultirange(before, after) && equal({ ...before, multirange: undefined }, { ...after, multirange: undefined })

/** A multirange type gets another name together with its constructors. */
export function renameMultirange(before: RangeType, after: RangeType): string[] {
  const from = multirangeOf(before)
  const to = quoteIdentifier(lastName(multirangeOf(after)))
  const range = rangeName(after)
  return [
    `ALTER TYPE ${from} RENAME TO ${to}`,
    ...['', range, `VARIADIC ${range}[]`].map((args) => `ALTER FUNCTION ${from}(${args}) RENAME TO ${to}`),
  ]
}

/** What a multirange type is called on the other side where that of a range is renamed. */
export function nameWithRange(
  type: string,
  id: string,
  from: SqlContext,
  to: Pick<SqlContext, 'get'>,
): string | undefined {
  const [range, other] = [from.get(id), to.get(id)]
  if (range?.kind !== 'range-type' || other === undefined) return undefined
  const [one, another] = [range, other].map(({ attributes }) => attributes as RangeType) as [RangeType, RangeType]
  return hasOtherMultirange(one, another) && multirangeOf(one) === type ? multirangeOf(another) : undefined
}
