import { isSame } from '../revisions/checksum.js'
import { standsOn } from '../revisions/graph.js'
import { quoteLiteral } from '../sql/identifier.js'
import { changeLedger, type ChangeOptions } from './change-ledger.js'
import { isComplete, wayBackJson, type LedgerRow } from './ledger.js'
import { event, signed } from './ledger-statements.js'
import type { Known, State } from './route.js'

/** Something that is wrong between the files and the ledger. */
export interface Damage {
  /**
   * `edited`: the file does something else than what was applied. `moved`: it has other parents or another message. `renamed`: a
   * file of another id does the same. `missing`: no file has it. `half applied`: a run was interrupted.
   */
  readonly kind: 'edited' | 'moved' | 'renamed' | 'missing' | 'half applied'
  readonly revision: string
  readonly message: string
  readonly file?: string
  /** The id of the file that takes its place. */
  readonly to?: string
  /** What a repair of the ledger does; missing where it can do nothing. */
  readonly does?: string
  /** What a person has to do instead. */
  readonly advice?: string
}

/** What is wrong, in the order of the history. */
export function damages(state: State): readonly Damage[] {
  const known = state.graph.order.map((id) => state.graph.nodes.get(id)!)
  const free = known.filter(({ migration, row }) => migration !== undefined && row === undefined)
  const now = (id: string): string => state.graph.standIns.get(id)?.revision ?? id
  return known.flatMap((item) => {
    if (item.row === undefined) return []
    const parents = [...new Set(item.row.parents.map(now))]
    return damagesOf(item, { ...item.row, parents }, free)
  })
}

function damagesOf(known: Known, row: LedgerRow, free: readonly Known[]): readonly Damage[] {
  const { revision, message, file, migration } = known
  const about = { revision, message, ...(file === undefined ? {} : { file }) }
  const half: readonly Damage[] = isComplete(row)
    ? []
    : [{ ...about, kind: 'half applied', advice: 'finish it with `tidemark up`, or take it back with `tidemark down`' }]
  if (migration === undefined) {
    const same = free.filter((other) => isSame(other.migration!, row.checksum))
    if (same.length !== 1 || half.length > 0)
      return [...half, { ...about, kind: 'missing', advice: 'restore its file, or take it back with `tidemark down`' }]
    const [{ revision: to, file: newFile }] = same as [Known]
    return [
      {
        ...about,
        file: newFile!,
        kind: 'renamed',
        to,
        does: `records it as ${to}, the id of the file that does the same`,
      },
    ]
  }
  if (!isSame(migration, row.checksum)) {
    const advice = 'restore the file as it was when it was begun'
    if (half.length > 0) return [...half, { ...about, kind: 'edited', advice }]
    return [{ ...about, kind: 'edited', does: 'records what the file does now, and its way back, as what was applied' }]
  }
  const sameParents = [...standsOn(known)].sort().join() === [...row.parents].sort().join()
  if (sameParents && row.message === message) return half
  return [...half, { ...about, kind: 'moved', does: 'records the parents and the message of the file' }]
}

/**
 * Brings the ledger in line with the files where that is a matter of the ledger alone; no migration is run.
 * @throws TidemarkError TM321; TM031, TM032.
 */
export async function repair(options: ChangeOptions): Promise<readonly Damage[]> {
  const by = signed(options.origin)
  return changeLedger(
    options,
    'repair',
    () => {},
    async (state) => {
      const found = damages(state)
      const mended = found.filter(({ does }) => does !== undefined)
      const statements = mended.flatMap(({ kind, revision, to = revision }) => {
        const { checksum } = state.graph.nodes.get(revision)!.row!
        return [...update(revision, state.graph.nodes.get(to)!), event('repair', to, by, { kind, revision, checksum })]
      })
      return { statements, result: found }
    },
  )
}

function update(old: string, known: Known): readonly string[] {
  const { revision, message, migration } = known
  const { checksum, steps } = migration!
  const values = [
    `revision = ${quoteLiteral(revision)}`,
    `parents = ARRAY[${standsOn(known).map(quoteLiteral).join(', ')}]::text[]`,
    `message = ${quoteLiteral(message)}`,
    `checksum = ${quoteLiteral(checksum)}`,
    // Of one that is half applied only its place is recorded: it has the steps that it had.
    `steps_done = CASE WHEN steps_done = steps THEN ${steps.length} ELSE steps_done END`,
    `steps = ${steps.length}`,
    `way_back = ${quoteLiteral(wayBackJson(steps))}`,
  ]
  const row = `UPDATE tidemark.revision SET ${values.join(', ')} WHERE revision = ${quoteLiteral(old)}`
  if (old === revision) return [row]
  const parents = `array_replace(parents, ${quoteLiteral(old)}, ${quoteLiteral(revision)})`
  return [row, `UPDATE tidemark.revision SET parents = ${parents} WHERE ${quoteLiteral(old)} = ANY (parents)`]
}
