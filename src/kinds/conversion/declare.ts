import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { conversionKind } from './conversion.js'

export interface ConversionOptions {
  /** Encodings, such as `UTF8` and `LATIN1`. */
  readonly from: string
  readonly to: string
  readonly function: ObjectRef
  /** The one that PostgreSQL uses between client and server. */
  readonly default?: boolean
}

/**
 * A conversion between two encodings (CREATE CONVERSION).
 *
 * @example export const toLatin = conversion('to_latin', { from: 'UTF8', to: 'LATIN1', function: 'utf8_to_iso8859_1' })
 */
export function conversion(
  name: Name,
  { from, to, function: by, default: isDefault }: ConversionOptions,
): ObjectDeclaration {
  const attributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    from,
    to,
    function: refText(by),
    ...(isDefault && { default: true }),
  }
  return declareObject(conversionKind, { attributes, requires: refNeeds(by) })
}
