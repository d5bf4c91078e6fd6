import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { textSearchTemplateKind } from './text-search-template.js'

export interface TextSearchTemplateOptions {
  readonly init?: ObjectRef
  readonly lexize: ObjectRef
}

/** A template for text search dictionaries (CREATE TEXT SEARCH TEMPLATE). */
export function textSearchTemplate(name: Name, { init, lexize }: TextSearchTemplateOptions): ObjectDeclaration {
  const attributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    ...(init !== undefined && { init: refText(init) }),
    lexize: refText(lexize),
  }
  const requires = [...(init === undefined ? [] : refNeeds(init)), ...refNeeds(lexize)]
  return declareObject(textSearchTemplateKind, { attributes, requires })
}
