import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, typeNeeds, typeText, type ObjectRef, type TypeRef } from '../../declare/type.js'
import { castKind } from './cast.js'

export interface CastOptions {
  /** The function that converts; by name with its argument types. Without it and `inout` the bytes are taken as they are. */
  readonly function?: ObjectRef
  /** Through text, by the output function of the one type and the input function of the other. */
  readonly inout?: boolean
  /** Only explicit casts by default. */
  readonly context?: 'assignment' | 'implicit' | 'explicit'
}

/**
 * A cast (CREATE CAST).
 *
 * @example export const moodToInteger = cast(mood, 'integer', { function: moodNumber, context: 'assignment' })
 */
export function cast(source: TypeRef, target: TypeRef, options: CastOptions = {}): ObjectDeclaration {
  const { function: by, inout, context } = options
  const attributes = {
    source: typeText(source),
    target: typeText(target),
    ...(by !== undefined && { function: refText(by) }),
    ...(inout && { inout }),
    ...(context !== undefined && context !== 'explicit' && { context }),
  }
  const requires = [...typeNeeds(source), ...typeNeeds(target), ...(by === undefined ? [] : refNeeds(by))]
  return declareObject(castKind, { attributes, requires })
}
