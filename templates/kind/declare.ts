import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { specimenKind, type SpecimenAttributes } from './specimen.js'

export type SpecimenOptions = Omit<SpecimenAttributes, 'schema' | 'name'>

/**
 * What a user calls: typed, found by autocompletion, with an example.
 *
 * @example
 * export const latin = specimen('latin', { from: 'LATIN1', to: 'UTF8', function: 'pg_catalog.iso8859_1_to_utf8' })
 */
export function specimen(name: Name, options: SpecimenOptions): ObjectDeclaration {
  return declareObject(specimenKind, { attributes: { schema: schemaOf(name), name: nameOf(name), ...options } })
}
