import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { textSearchConfigurationKind } from './text-search-configuration.js'

export interface TextSearchConfigurationOptions {
  /** `default` by default. */
  readonly parser?: ObjectRef
  /** Dictionaries by type of token, in the order in which they are asked: `{ asciiword: [stem, 'simple'] }`. */
  readonly mappings?: Readonly<Record<string, readonly ObjectRef[]>>
}

/**
 * A text search configuration (CREATE TEXT SEARCH CONFIGURATION).
 *
 * @example export const search = textSearchConfiguration('search', { mappings: { asciiword: [stem], word: [stem, 'simple'] } })
 */
export function textSearchConfiguration(name: Name, options: TextSearchConfigurationOptions): ObjectDeclaration {
  const { parser = '"default"', mappings = {} } = options
  const entries = Object.entries(mappings)
  const attributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    parser: refText(parser),
    ...(entries.length > 0 && {
      mappings: Object.fromEntries(entries.map(([token, list]) => [token, list.map(refText)])),
    }),
  }
  const requires = [...refNeeds(parser), ...entries.flatMap(([, list]) => list.flatMap(refNeeds))]
  return declareObject(textSearchConfigurationKind, { attributes, requires })
}
