import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { textSearchParserKind } from './text-search-parser.js'

export interface TextSearchParserOptions {
  readonly start: ObjectRef
  readonly getToken: ObjectRef
  readonly end: ObjectRef
  readonly lexTypes: ObjectRef
  readonly headline?: ObjectRef
}

/** A text search parser (CREATE TEXT SEARCH PARSER). */
export function textSearchParser(name: Name, options: TextSearchParserOptions): ObjectDeclaration {
  const { start, getToken, end, lexTypes, headline } = options
  const attributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    start: refText(start),
    getToken: refText(getToken),
    end: refText(end),
    lexTypes: refText(lexTypes),
    ...(headline !== undefined && { headline: refText(headline) }),
  }
  const functions = [start, getToken, end, lexTypes, headline].flatMap((item) =>
    item === undefined ? [] : refNeeds(item),
  )
  return declareObject(textSearchParserKind, { attributes, requires: functions })
}
