import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, typeNeeds, typeText, type ObjectRef, type TypeRef } from '../../declare/type.js'
import { transformKind } from './transform.js'

export interface TransformOptions {
  /** Functions; by name with their argument types. */
  readonly fromSql?: ObjectRef
  readonly toSql?: ObjectRef
}

/**
 * A transform (CREATE TRANSFORM).
 *
 * @example export const hstoreForPython = transform('hstore', 'plpython3u', { fromSql: hstoreToPython, toSql: pythonToHstore })
 */
export function transform(type: TypeRef, language: string, { fromSql, toSql }: TransformOptions): ObjectDeclaration {
  const attributes = {
    type: typeText(type),
    language,
    ...(fromSql !== undefined && { fromSql: refText(fromSql) }),
    ...(toSql !== undefined && { toSql: refText(toSql) }),
  }
  const requires = [
    ...typeNeeds(type),
    ...[fromSql, toSql].flatMap((item) => (item === undefined ? [] : refNeeds(item))),
  ]
  return declareObject(transformKind, { attributes, requires })
}
