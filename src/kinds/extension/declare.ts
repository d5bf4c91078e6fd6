import { targetId } from '../../declare/declaration.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { nameParts } from '../../sql/sql.js'
import type { Schema } from '../schema/declare.js'
import { extensionKind } from './extension.js'

export interface ExtensionOptions {
  /** Where its objects are put; `public` by default. */
  readonly schema?: Schema | string
  /** Left out, any version will do, and a new installation takes the server's own. */
  readonly version?: string
}

/**
 * An extension (CREATE EXTENSION). Extensions that it needs come with it. Default privileges are not for its members:
 * these hold what the extension gives them, and what `grant(…).onPart(…)` does.
 *
 * @example
 * export const trigrams = extension('pg_trgm')
 * export const postgis = extension('postgis', { schema: 'gis', version: '3.4.2' })
 */
export function extension(name: string, { schema, version }: ExtensionOptions = {}): ObjectDeclaration {
  const given = typeof schema === 'function' ? schema[nameParts][0] : schema
  const attributes = { name, objectSchema: given, version, cascade: true }
  const requires = typeof schema === 'function' ? [schema[targetId]] : []
  return declareObject(extensionKind, { attributes, requires })
}
