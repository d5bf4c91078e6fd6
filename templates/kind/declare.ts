import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { specimenKind } from './specimen.js'

/**
 * What a user calls: typed, found by autocompletion, with an example. A name that may stand in a schema is a `Name`
 * (../../declare/name.ts).
 *
 * @example export const greeting = specimen('4711', 'Hello')
 */
export function specimen(name: string, content: string): ObjectDeclaration {
  return declareObject(specimenKind, { attributes: { name, content } })
}
