import type { Change } from '../../diff/change.js'
import { nameOf } from '../../difference/point.js'
import type { Output } from '../output.js'
import { changeLines } from './changes.js'

/** What `diff` found. */
export function presentDifference(changes: readonly Change[], from: string, to: string, output: Output): void {
  const names = { from: nameOf(from), to: nameOf(to) }
  if (output.json) return output.document({ ...names, changes: changes.map(inFull) })
  if (changes.length === 0) return output.note(`${names.from} and ${names.to} are the same.`)
  output.note(`From ${names.from} to ${names.to}:\n`)
  for (const line of changeLines(changes, output.style)) output.data(line)
  output.note(`\n${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`)
}

/** A change with both sides: of what is altered, only what differs. */
function inFull(change: Change): object {
  const { type, id } = change
  const of = (attributes: object): object =>
    change.type === 'alter'
      ? Object.fromEntries(Object.entries(attributes).filter(([name]) => change.attributes.includes(name)))
      : attributes
  return {
    type,
    object: id,
    ...('before' in change && { before: of(change.before.attributes) }),
    ...('after' in change && { after: of(change.after.attributes) }),
  }
}
