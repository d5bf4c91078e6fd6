import { nameWhereExtensionGoes } from '../extension/moves-along.js'
import type { AlterContext, SqlContext, StepContext } from '../kind.js'
import { nameWithRange } from '../range-type/multirange.js'
import { typeKinds } from './type-kinds.js'

/**
 * Types may get another name without a change of their own: those of an extension that goes to another schema, and the
 * multirange type of a range. What uses them goes by the type, whatever that is called.
 */
export function movesAlong(
  id: string,
  from: string,
  to: string,
  { before, after }: Pick<AlterContext, 'before' | 'after'>,
): boolean {
  return from !== to && nameOn(id, from, before, after) === to
}

/** What a type, as it is called on a side where an object uses it, is called while a step runs. */
export const nameMeanwhile = (id: string, type: string, side: SqlContext, { meanwhile }: StepContext): string =>
  nameOn(id, type, side, meanwhile)

/** What a type that an object uses on one side is called where what it is made of may be called otherwise. */
function nameOn(id: string, type: string, from: SqlContext, to: Pick<SqlContext, 'get'>): string {
  const list = type.endsWith('[]') ? '[]' : ''
  const item = list === '' ? type : type.slice(0, -list.length)
  for (const need of needs(id, from)) {
    const name = nameWhereExtensionGoes(item, need, from, to) ?? nameWithRange(item, need, from, to)
    if (name !== undefined) return `${name}${list}`
  }
  return type
}

/** What an object stands on, directly or by way of other types. */
function needs(id: string, side: SqlContext, found = new Set<string>()): ReadonlySet<string> {
  for (const need of side.dependencies(id)) {
    if (found.has(need)) continue
    found.add(need)
    if (typeKinds.has(side.get(need)?.kind ?? '')) needs(need, side, found)
  }
  return found
}
