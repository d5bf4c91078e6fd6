import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import { accessMethodKind } from './access-method.js'

export interface AccessMethodOptions {
  readonly type: 'table' | 'index'
  /** A function that returns table_am_handler or index_am_handler. */
  readonly handler: ObjectRef
}

/**
 * An access method (CREATE ACCESS METHOD).
 *
 * @example export const columnar = accessMethod('columnar', { type: 'table', handler: columnarHandler })
 */
export const accessMethod = (name: string, { type, handler }: AccessMethodOptions): ObjectDeclaration =>
  declareObject(accessMethodKind, {
    attributes: { name, type, handler: refText(handler) },
    requires: refNeeds(handler),
  })
