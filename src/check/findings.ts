import { isSame } from '../revisions/checksum.js'
import { diagnostic, exitCodes, type Diagnostic, type ExitCode, type Location } from '../errors/error.js'
import { kinds } from '../kinds/index.js'
import type { Change } from '../diff/change.js'
import type { State } from '../runner/route.js'
import { branchOf } from '../revisions/branches.js'
import { unconsented } from '../hazards/consent.js'
import type { Database } from '../database/database.js'
import { finding, type Finding } from './finding.js'
import type { Disagreement } from './three-way.js'

/** What the migration files and the ledger say without a look at the catalog. */
export function historyFindings(state: State): Finding[] {
  const { graph, applied } = state
  const nodes = graph.order.map((id) => graph.nodes.get(id)!)
  const pending = nodes.filter(({ revision, migration }) => migration !== undefined && !applied.has(revision))
  const edited = nodes.filter(({ migration, row }) => migration && row && !isSame(migration, row.checksum))
  const lost = nodes.filter(({ migration }) => migration === undefined)
  return [
    ...divergedHeads(state).map((heads) =>
      finding('TM402', exitCodes.severalHeads, {
        what: `the history has ${heads.length} heads:\n${heads.map((id) => `${id}  ${graph.nodes.get(id)!.message}`).join('\n')}`,
        why: 'migrations were added to the same parent on different branches',
        fix: [
          'join them: tidemark merge',
          'or put the one that is not applied yet on top of the other: tidemark merge --rebase',
          "or, where a branch is meant to live on, give its first migration a label: labels: ['…']",
        ],
      }),
    ),
    ...pending.map(({ revision, message, file, row }) =>
      finding('TM401', exitCodes.pending, {
        subject: revision,
        what: `the revision ${revision} is ${row === undefined ? 'not' : 'half'} applied: ${message}`,
        fix: row === undefined ? 'tidemark up' : ['finish it: tidemark up', 'or take it back: tidemark down'],
        ...(file === undefined ? {} : { at: { file } }),
      }),
    ),
    ...edited.map(({ revision, message, file }) =>
      finding('TM404', exitCodes.drift, {
        subject: revision,
        what: `the revision ${revision} was edited after it was applied: ${message}`,
        why: 'this database holds what the file said before',
        fix: [
          'restore the file, and put the change into a new migration',
          'or record what the file does now as what was applied: tidemark repair',
        ],
        ...(file === undefined ? {} : { at: { file } }),
      }),
    ),
    ...lost.map(({ revision, message }) =>
      finding('TM406', exitCodes.drift, {
        subject: revision,
        what: `the revision ${revision} is applied and has no file: ${message}`,
        fix: [
          'restore the file',
          'or, where it has another id now, record that: tidemark repair',
          'or take it back with the way back that the ledger keeps: tidemark down',
        ],
      }),
    ),
  ]
}

/** What migrations that wait would cost this database, without anybody's consent: `up` will refuse them. */
export async function hazardFindings(
  database: Database,
  { graph, applied }: State,
  allow: readonly string[],
): Promise<Finding[]> {
  const waiting = graph.order.flatMap((id) => (applied.has(id) ? [] : (graph.nodes.get(id)!.migration ?? [])))
  const refused = await unconsented(database, waiting, allow)
  return refused.map((item) => ({ ...item, exitCode: exitCodes.hazard }))
}

/** Heads that were not meant: several of one labelled branch, or several that belong to none. */
function divergedHeads({ graph }: State): readonly (readonly string[])[] {
  const heads = graph.heads.filter((id) => graph.nodes.get(id)?.migration !== undefined)
  const branches = [...graph.labels].map(([label, id]) => branchOf(label, id, graph))
  const groups = new Map<string, string[]>()
  for (const id of heads) {
    // The innermost branch is the one that says most about the head.
    const own = branches.filter(({ members }) => members.has(id)).sort((a, b) => a.members.size - b.members.size)[0]
    const name = own?.name ?? ''
    groups.set(name, [...(groups.get(name) ?? []), id])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** What the declarations say and the database does not hold, or the other way round. */
export function changeFindings(changes: readonly Change[], place: Place): Finding[] {
  const words = { add: 'is declared and does not exist', remove: 'exists and is not declared', rename: 'is renamed' }
  return outermost(changes, (change) => change).map((change) =>
    finding('TM403', exitCodes.undeclaredChange, {
      subject: change.id,
      what:
        change.type === 'alter'
          ? `${change.id} differs from its declaration: ${change.attributes.join(', ')}`
          : `${change.id} ${words[change.type]}`,
      fix:
        change.type === 'remove' ? 'declare it, or write its removal: tidemark autogenerate' : 'tidemark autogenerate',
      ...place(change.id),
    }),
  )
}

/** Where an object is declared, as the `at` of a diagnostic. */
export type Place = (id: string) => { readonly at?: Location }

/** What the declarations, the migrations and the database do not agree on. */
export function disagreementFindings(list: readonly Disagreement[], place: Place): Finding[] {
  const drifted = list.filter((item) => item.cause === 'drift')
  const forgotten = list.filter((item) => item.cause === 'not generated')
  return [
    ...outermost(drifted, ({ change }) => change).map(({ change, declared }) =>
      finding('TM420', exitCodes.drift, {
        subject: change.id,
        what: `${change.id} ${byHand(change)}${declared ? ', and declared so' : ''}`,
        why: declared
          ? 'no migration does that: a database that is made by the migrations will not have it'
          : 'no migration does that, and it is not declared',
        fix: declared
          ? 'write it down as a migration that is applied already: tidemark adopt-drift'
          : [
              'take it back: tidemark adopt-drift --revert, then tidemark up',
              'or keep it: declare it, and write it down as applied with tidemark adopt-drift',
            ],
        ...place(change.id),
      }),
    ),
    ...outermost(forgotten, ({ change }) => change).map(({ change }) =>
      finding('TM421', exitCodes.undeclaredChange, {
        subject: change.id,
        what: `${change.id} ${notGenerated(change)}`,
        why: `no migration ${change.type === 'remove' ? 'drops it' : 'does that'} yet`,
        fix: `${change.type === 'remove' ? 'declare it, or write its removal: ' : ''}tidemark autogenerate`,
        ...place(change.id),
      }),
    ),
  ]
}

function byHand(change: Change): string {
  if (change.type === 'alter') return `was changed by hand: ${change.attributes.join(', ')}`
  return change.type === 'add' ? 'was made by hand' : 'was dropped by hand'
}

function notGenerated(change: Change): string {
  if (change.type === 'alter')
    return `is declared otherwise than the migrations make it: ${change.attributes.join(', ')}`
  return change.type === 'add' ? 'is declared' : 'is made by the migrations and no longer declared'
}

/** What comes or goes with something larger is not worth a line of its own. */
function outermost<T>(list: readonly T[], changeOf: (item: T) => Change): readonly T[] {
  const types = new Map(list.map((item) => [changeOf(item).id, changeOf(item).type]))
  return list.filter((item) => {
    const change = changeOf(item)
    const parent = kinds.parentOf(change.type === 'remove' ? change.before : change.after)
    return change.type === 'alter' || parent === undefined || types.get(parent) !== change.type
  })
}

/** What `check` has to say that is nothing to mend. */
export function unrecordedNote(list: readonly Disagreement[]): Diagnostic[] {
  const found = outermost(
    list.filter((item) => item.cause === 'unrecorded'),
    ({ change }) => change,
  ).map(({ change }) => change.id)
  if (found.length === 0) return []
  const some = found.length > 3 ? `${found.slice(0, 3).join(', ')} and ${found.length - 3} more` : found.join(', ')
  return [
    diagnostic({
      severity: 'note',
      code: 'TM422',
      what: `no migration makes ${some}`,
      why: 'the database is as declared, so it was there before the first migration, or was made by hand; a database that is made by the migrations will not have it',
      fix: 'write it down as a migration that is applied already: tidemark adopt-drift',
    }),
  ]
}

/** Why the migrations say nothing about the database this time. */
export const notReplayed = (why: string): Diagnostic =>
  diagnostic({
    severity: 'note',
    code: 'TM423',
    what: 'the migrations were not replayed, so a change by hand is not told from one that nobody generated',
    why,
    fix: 'a history that builds an empty database from its first migration can be replayed: see docs/errors/TM423.md',
  })

/** One exit code: that of the cause to mend first. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  const order: readonly ExitCode[] = [
    exitCodes.severalHeads,
    exitCodes.hazard,
    exitCodes.pending,
    exitCodes.drift,
    exitCodes.undeclaredChange,
    exitCodes.partitionsMissing,
    exitCodes.partitionsNeglected,
  ]
  return order.find((code) => findings.some((item) => item.exitCode === code)) ?? exitCodes.done
}
