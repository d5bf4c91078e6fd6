import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, typeNeeds, typeText, type ObjectRef, type TypeRef } from '../../declare/type.js'
import { operatorKind } from './operator.js'

export interface OperatorOptions {
  /** Left out for a prefix operator. */
  readonly left?: TypeRef
  readonly right: TypeRef
  readonly function: ObjectRef
  /** Operators as SQL writes them: `=`, `OPERATOR(app.<>)`. */
  readonly commutator?: string
  readonly negator?: string
  /** Selectivity estimators, such as `eqsel` and `eqjoinsel`. */
  readonly restrict?: ObjectRef
  readonly join?: ObjectRef
  readonly hashes?: boolean
  readonly merges?: boolean
}

/**
 * An operator (CREATE OPERATOR).
 *
 * @example export const same = operator('===', { left: 'text', right: 'text', function: sameText, commutator: 'OPERATOR(public.===)' })
 */
export function operator(name: Name, options: OperatorOptions): ObjectDeclaration {
  const { left, right, function: by, restrict, join, ...others } = options
  const attributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    ...(left !== undefined && { left: typeText(left) }),
    right: typeText(right),
    function: refText(by),
    ...(restrict !== undefined && { restrict: refText(restrict) }),
    ...(join !== undefined && { join: refText(join) }),
    ...others,
  }
  const functions = [by, restrict, join].flatMap((item) => (item === undefined ? [] : refNeeds(item)))
  return declareObject(operatorKind, {
    attributes,
    requires: [left, right].flatMap((type) => (type === undefined ? [] : typeNeeds(type))).concat(functions),
  })
}
