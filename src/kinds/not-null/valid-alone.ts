import type { Snapshot } from '../../catalog/snapshot.js'
import { isDeclaredToo } from '../partition/attachment.js'
import { sameInParent } from './name.js'
import type { NotNullAttributes } from './not-null.js'

/** True where a child only has it from a parent, where it is NOT VALID, and its rows were looked at. */
export const isValidAlone = (object: NotNullAttributes, own: Snapshot): boolean =>
  object.inherited === true &&
  !isDeclaredToo(object) &&
  !object.notValid &&
  sameInParent(object, own).some((id) => 'notValid' in (own.objects.get(id)?.attributes ?? {}))
