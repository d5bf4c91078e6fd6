import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import { isDeclaredToo, isLeftToChild, isStable, stableDescendants } from '../partition/attachment.js'
import { isRenamed, notNullName, sameInParent } from './name.js'
import type { NotNullAttributes } from './not-null.js'

const parentsOn = (object: NotNullAttributes, side: Snapshot): readonly CatalogObject[] =>
  sameInParent(object, side).flatMap((id) => side.objects.get(id) ?? [])

const becomesNoInherit = (object: NotNullAttributes, own: Snapshot, other: Snapshot): boolean =>
  parentsOn(object, own).some(({ id, attributes }) => {
    const after = other.objects.get(id)?.attributes as NotNullAttributes | undefined
    const { schema, table, inherited } = attributes as NotNullAttributes
    // One that comes from a parent which stays goes, and its own is another.
    return after?.noInherit === true && !(inherited && isStable(qualified(schema, table), own, other))
  })

/** By another name than its parents' a child of INHERITS has it only when it has been its own meanwhile. */
const isOwnToo = (object: NotNullAttributes, own: Snapshot): boolean =>
  isDeclaredToo(object) ||
  (isRenamed(object, own) && own.objects.has(`inheritance ${qualified(object.schema, object.table)}`))

const isSame = (object: NotNullAttributes, there: NotNullAttributes | undefined): boolean =>
  there !== undefined && notNullName(there) === notNullName(object)

/**
 * True for one that comes from parents, none of which gives it on the other side, and stays with the child nevertheless: it is
 * declared there too, or one of the parents keeps its own as NO INHERIT. The child has to be rid of it by itself, once none of
 * them gives it (18).
 */
export const staysBehind = (object: NotNullAttributes, own: Snapshot, other: Snapshot): boolean => {
  const child = qualified(object.schema, object.table)
  const name = qualified(object.column)
  const there = other.objects.get(`not-null ${child}.${name}`)?.attributes as NotNullAttributes | undefined
  return (
    object.inherited === true &&
    !there?.inherited &&
    other.objects.has(`column ${child}.${name}`) &&
    isStable(child, own, other) &&
    !isLeftToChild(object, own, other) &&
    ((isOwnToo(object, own) && !isSame(object, there)) || becomesNoInherit(object, own, other))
  )
}

/** True where it stays behind, or comes from parents then, without another word: it goes by the same name. */
export function staysAsItIs(object: NotNullAttributes, own: Snapshot, other: Snapshot): boolean {
  const id = `not-null ${qualified(object.schema, object.table, object.column)}`
  const there = other.objects.get(id)?.attributes as NotNullAttributes | undefined
  if (there === undefined || !isSame(object, there)) return false
  if ([object, there].some(({ noInherit, notValid }) => noInherit || notValid)) return false
  return object.inherited ? staysBehind(object, own, other) : staysBehind(there, other, own)
}

/** What a child declares too merges with a parent's that comes, and stays when that goes, by its name (18). */
export const isItsOwnToo = (before: NotNullAttributes, after: NotNullAttributes): boolean =>
  (isDeclaredToo(before) || isDeclaredToo(after)) &&
  isSame(before, after) &&
  ![before, after].some(({ noInherit, notValid }) => noInherit || notValid)

/** Those that stay behind in the tables below its own. */
export const leftBehind = ({ schema, table, column }: NotNullAttributes, own: Snapshot, other: Snapshot): string[] =>
  stableDescendants(qualified(schema, table), own, other).flatMap((child) => {
    const id = `not-null ${child}.${qualified(column)}`
    const part = own.objects.get(id)?.attributes as NotNullAttributes | undefined
    return part !== undefined && staysBehind(part, own, other) ? [id] : []
  })

/** True where the one parent's says all of it: it comes with that. */
export const comesWhole = (object: NotNullAttributes, own: Snapshot): boolean =>
  parentsOn(object, own).length === 1 && !isOwnToo(object, own)
