import { nameWhereExtensionGoes } from '../extension/moves-along.js'
import type { AlterContext, SqlContext } from '../kind.js'
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

/**
 * What a type that an object is to have is called while its step runs. On the way back what it is made of comes after it,
 * and has the name of the side that the way leads away from until then.
 */
export const nameMeanwhile = (id: string, type: string, context: AlterContext): string =>
  isOnTheWayBack(context) ? nameOn(id, type, context.after, context.before) : type

/** What a type that an object has in the standing database is called while the step of another type runs that it is made of. */
export const nameOfStanding = (id: string, type: string, { after: { standing } }: AlterContext): string =>
  nameOn(id, type, standing, standing.opposite)

/** The same of a type that an object has until its step runs: on the way there what that is made of has come before. */
export const nameOfOldMeanwhile = (id: string, type: string, context: AlterContext): string =>
  isOnTheWayBack(context) ? type : nameOn(id, type, context.before, context.after)

const isOnTheWayBack = ({ after }: AlterContext): boolean => after.standing === after

/** What a type is called on the other side, as far as it is there on both, and the object stands on it on both. */
function nameOn(id: string, type: string, from: SqlContext, to: SqlContext): string {
  const others = needs(id, to)
  const list = type.endsWith('[]') ? '[]' : ''
  const item = list === '' ? type : type.slice(0, -list.length)
  for (const need of needs(id, from)) {
    if (!others.has(need)) continue
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
