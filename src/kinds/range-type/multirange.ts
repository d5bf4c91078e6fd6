import { equal } from '../../catalog/json.js'
import { lastName, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, SqlContext } from '../kind.js'
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

const ranges = (id: string, side: SqlContext): readonly RangeType[] =>
  side.dependencies(id).flatMap((need) => {
    const object = side.get(need)
    return object?.kind === 'range-type' ? [object.attributes as RangeType] : []
  })

/** Whether what an object calls its type is another one by name only: the multirange type has been renamed, and so its lists. */
export function isRenamedMultirange(id: string, from: string, to: string, { before, after }: AlterContext): boolean {
  const list = from.endsWith('[]') ? '[]' : ''
  return ranges(id, before).some((type) => {
    const other = after.get(`range-type ${rangeName(type)}`)?.attributes as RangeType | undefined
    return (
      other !== undefined &&
      hasOtherMultirange(type, other) &&
      `${multirangeOf(type)}${list}` === from &&
      `${multirangeOf(other)}${list}` === to
    )
  })
}
