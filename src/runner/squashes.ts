import { standsOn } from '../revisions/graph.js'
import { recordSquash, type Signature } from './ledger-statements.js'
import { commit, type Session } from './session.js'
import type { State } from './route.js'

/**
 * Statements that write squashes into a ledger that still has what they replace, with the way back of their files. Nothing is
 * run: all of it is applied.
 */
export function squashStatements({ unrecorded, ledger }: State, by: Signature): readonly string[] {
  return unrecorded.flatMap(({ squash, replaced }) => {
    const { revision, message, migration } = squash
    const known = ledger.rows.has(revision)
    const { checksum, steps } = migration ?? { checksum: squash.row!.checksum, steps: [] }
    return recordSquash({ revision, parents: standsOn(squash), message, checksum, steps }, known, replaced, by)
  })
}

/** Records squashes in a transaction of its own, before anything else is done under the lock. */
export const recordSquashes = (state: State, session: Session, by: Signature): Promise<void> =>
  commit(session, squashStatements(state, by))
