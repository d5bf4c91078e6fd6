import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { textSearchDictionaryKind } from './text-search-dictionary.js'

export interface TextSearchDictionaryOptions {
  /** Such as `snowball`, `simple`, `synonym`, `ispell`. */
  readonly template: ObjectRef
  /** Options of the template: `{ language: 'english' }`; or as SQL writes them: `["language = 'english'"]`. */
  readonly options?: Readonly<Record<string, string | number | boolean>> | readonly string[]
}

/**
 * A text search dictionary (CREATE TEXT SEARCH DICTIONARY).
 *
 * @example export const stem = textSearchDictionary('stem', { template: 'snowball', options: { language: 'russian' } })
 */
export function textSearchDictionary(
  name: Name,
  { template, options = [] }: TextSearchDictionaryOptions,
): ObjectDeclaration {
  const list = Array.isArray(options)
    ? (options as readonly string[])
    : Object.entries(options).map(([key, value]) => `${quoteIdentifier(key)} = ${quoteLiteral(String(value))}`)
  const attributes = { schema: schemaOf(name), name: nameOf(name), template: refText(template), options: list }
  return declareObject(textSearchDictionaryKind, { attributes, requires: refNeeds(template) })
}
