import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { languageKind } from './language.js'

export interface LanguageOptions {
  readonly handler: ObjectRef
  /** For DO. */
  readonly inline?: ObjectRef
  readonly validator?: ObjectRef
  /** Whoever may create functions may use it. */
  readonly trusted?: boolean
}

/**
 * A procedural language (CREATE LANGUAGE); those of extensions come with `extension(…)`.
 *
 * @example export const plsample = language('plsample', { handler: plsampleHandler })
 */
export function language(name: string, { handler, inline, validator, trusted }: LanguageOptions): ObjectDeclaration {
  const attributes = {
    name,
    handler: refText(handler),
    ...(inline !== undefined && { inline: refText(inline) }),
    ...(validator !== undefined && { validator: refText(validator) }),
    ...(trusted && { trusted }),
  }
  const requires = [handler, inline, validator].flatMap((item) => (item === undefined ? [] : refNeeds(item)))
  return declareObject(languageKind, { attributes, requires })
}
