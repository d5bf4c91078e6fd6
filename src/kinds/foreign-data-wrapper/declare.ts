import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { declaredOptions } from '../../sql/foreign-options.js'
import type { Secret } from '../../sql/sql.js'
import { foreignDataWrapperKind } from './foreign-data-wrapper.js'

/** Options of foreign data; what nobody should read is a `secret('VARIABLE')`. */
export type OptionValues = Readonly<Record<string, string | number | boolean | Secret>>

export interface ForeignDataWrapperOptions {
  /** The function that makes the wrapper's routines. */
  readonly handler?: ObjectRef
  /** The function that checks options. */
  readonly validator?: ObjectRef
  readonly options?: OptionValues
  readonly renamedFrom?: string
}

/**
 * A foreign data wrapper of one's own (CREATE FOREIGN DATA WRAPPER); those of extensions come with them.
 *
 * @example export const files = foreignDataWrapper('files', { validator: checkFiles })
 */
export function foreignDataWrapper(
  name: string,
  { handler, validator, options, renamedFrom }: ForeignDataWrapperOptions = {},
): ObjectDeclaration {
  const routines = {
    ...(handler !== undefined && { handler: refText(handler) }),
    ...(validator !== undefined && { validator: refText(validator) }),
  }
  const requires = [handler, validator].flatMap((ref) => (ref === undefined ? [] : refNeeds(ref)))
  return declareObject(foreignDataWrapperKind, {
    attributes: { name, ...routines, ...declaredOptions(options) },
    requires,
    renamedFrom,
  })
}
