import type { Change } from '../diff/change.js'
import { diff } from '../diff/diff.js'
import {
  exchanges,
  harmlessRenames,
  inFreeOrder,
  isStillToDo,
  likelyRenames,
  saidRenames,
  type Move,
  type Rename,
} from '../diff/rename.js'
import type { Scope } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import type { Side } from '../plan/side.js'
import { answerOf, answerRenames, type RenameFlags } from './rename-answers.js'
import { renamed, type OnScratch, type Renamed } from './renames.js'

/** What is said of renames. */
export interface Said extends RenameFlags {
  /** What the declarations say was called otherwise before. */
  readonly declared: readonly Rename[]
}

export interface AllRenamed extends Renamed {
  /** What is left to change after the renames. */
  readonly rest: readonly Change[]
  readonly taken: readonly Rename[]
}

/** Does all renames, before anything else is changed. Each round may show further ones: a column of a table that has just got its new name. */
export async function renamedInRounds(
  changes: readonly Change[],
  current: Side,
  desired: Side,
  said: Said,
  scope: Scope,
  onScratch: OnScratch,
  kinds: Kinds,
): Promise<AllRenamed> {
  let result: AllRenamed = { current, changes: [], steps: [], rest: changes, taken: [] }
  for (;;) {
    const { moves, taken } = await renamesOf(result, desired, said, kinds)
    if (moves.length === 0) return result
    const after = await renamed(moves, result.current, desired, onScratch, kinds)
    const { snapshot } = after.current
    result = {
      current: after.current,
      changes: [...result.changes, ...after.changes],
      steps: [...result.steps, ...after.steps],
      rest: diff(snapshot, desired.snapshot, kinds, { ...scope, current: snapshot }),
      taken: [...result.taken, ...taken],
    }
    if (after.changes.length === 0) return result
  }
}

/** The renames of one round. */
interface Round {
  readonly moves: readonly Move[]
  readonly taken: readonly Rename[]
}

async function renamesOf(
  { rest: changes, current, taken }: AllRenamed,
  desired: Side,
  said: Said,
  kinds: Kinds,
): Promise<Round> {
  const asked = askedFor(changes, current, desired, said, taken, kinds)
  // What stands in something renamed is looked at when that has its name.
  if (asked.length > 0) {
    const { ordered, blocked } = inFreeOrder(asked, current, desired, kinds)
    return { moves: [...ordered, ...blocked], taken: asked }
  }
  if (said.renames === 'none') return { moves: [], taken: [] }
  const likely = await answerRenames(likelyRenames(changes, current, desired, kinds), said)
  const harmless = harmlessRenames(changes, current, desired, kinds)
  const { ordered, blocked } = inFreeOrder([...likely, ...harmless], current, desired, kinds)
  // What would be quicker, but cannot be, is dropped and made again.
  return { moves: [...ordered, ...blocked.filter((item) => likely.includes(item))], taken: likely }
}

/** What somebody says, as far as it is still to be done. */
function askedFor(
  changes: readonly Change[],
  current: Side,
  desired: Side,
  { declared, rename }: Said,
  taken: readonly Rename[],
  kinds: Kinds,
): readonly Rename[] {
  const added = new Set(changes.flatMap((change) => (change.type === 'add' ? change.id : [])))
  // Everything is looked at: only where somebody asks.
  const answered = rename.length === 0 ? [] : saidRenames(rename.map(answerOf), current, desired, kinds)
  const isDone = ({ from, to }: Rename): boolean => taken.some((item) => item.from === from && item.to === to)
  const open = (list: readonly Rename[]): readonly Rename[] => list.filter((item) => !isDone(item))
  // A declaration goes on saying so when it is done.
  const exchanged = [
    ...exchanges(open(declared), current, desired).filter((ring) => isStillToDo(ring, current, desired, kinds)),
    ...exchanges(open(answered), current, desired),
  ].flat()
  const simple = open([...declared, ...answered]).filter(
    ({ from, to }) => current.get(from) !== undefined && added.has(to),
  )
  const now = new Map([...simple, ...exchanged].map((item) => [item.from, item]))
  // What takes a name that is given up only now has it in a later round.
  const pending = new Map(now)
  const said = open([...declared, ...answered]).filter(({ from }) => current.get(from) !== undefined)
  for (const item of now.values())
    for (let at = said.find(({ to }) => to === item.from); at !== undefined && !pending.has(at.from);) {
      pending.set(at.from, at)
      const { from } = at
      at = said.find(({ to }) => to === from)
    }
  const holders = [...pending.values()].map(({ to }) => to)
  // What is there now under the name of something that is to be renamed is not what is meant.
  return [...now.values()].filter(({ to }) => !holders.some((holder) => isWithin(to, holder)))
}

/** Whether the name of an object begins with that of another: what stands in a table, or in a schema. */
const isWithin = (id: string, holder: string): boolean => withoutKind(id).startsWith(`${withoutKind(holder)}.`)

const withoutKind = (id: string): string => id.slice(id.indexOf(' ') + 1)
