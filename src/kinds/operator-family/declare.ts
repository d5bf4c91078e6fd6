import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { operatorFamilyKind } from './operator-family.js'

export interface OperatorFamilyOptions {
  /** The access method of indexes, such as `btree`. */
  readonly using: string
  /** What is in it beyond its classes, as ALTER OPERATOR FAMILY … ADD writes it. */
  readonly members?: readonly string[]
}

/**
 * An operator family (CREATE OPERATOR FAMILY).
 *
 * @example export const numbers = operatorFamily('numbers', { using: 'btree', members: ['OPERATOR 1 <(integer,bigint)'] })
 */
export const operatorFamily = (name: Name, { using, members = [] }: OperatorFamilyOptions): ObjectDeclaration =>
  declareObject(operatorFamilyKind, {
    attributes: { schema: schemaOf(name), name: nameOf(name), method: using, members },
  })
