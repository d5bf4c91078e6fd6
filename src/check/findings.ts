import { exitCodes, type ExitCode } from '../errors/error.js'
import type { Change } from '../diff/change.js'
import type { State } from '../runner/route.js'
import { branchOf } from '../revisions/branches.js'
import { finding, type Finding } from './finding.js'

/** What the migration files and the ledger say without a look at the catalog. */
export function historyFindings(state: State): Finding[] {
  const { graph, applied } = state
  const nodes = graph.order.map((id) => graph.nodes.get(id)!)
  const pending = nodes.filter(({ revision, migration }) => migration !== undefined && !applied.has(revision))
  const edited = nodes.filter(({ migration, row }) => migration && row && migration.checksum !== row.checksum)
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
    ...pending.map(({ revision, message, file }) =>
      finding('TM401', exitCodes.pending, {
        subject: revision,
        what: `the revision ${revision} is not applied: ${message}`,
        fix: 'tidemark up',
        ...(file === undefined ? {} : { at: { file } }),
      }),
    ),
    ...edited.map(({ revision, message, file }) =>
      finding('TM404', exitCodes.drift, {
        subject: revision,
        what: `the revision ${revision} was edited after it was applied: ${message}`,
        why: 'this database holds what the file said before',
        fix: 'restore the file, and put the change into a new migration',
        ...(file === undefined ? {} : { at: { file } }),
      }),
    ),
    ...lost.map(({ revision, message }) =>
      finding('TM406', exitCodes.drift, {
        subject: revision,
        what: `the revision ${revision} is applied and has no file: ${message}`,
        fix: ['restore the file', 'or take it back with the way back that the ledger keeps: tidemark down'],
      }),
    ),
  ]
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
export function changeFindings(changes: readonly Change[]): Finding[] {
  const words = { add: 'is declared and does not exist', remove: 'exists and is not declared', rename: 'is renamed' }
  return changes.map((change) =>
    finding('TM403', exitCodes.undeclaredChange, {
      subject: change.id,
      what:
        change.type === 'alter'
          ? `${change.id} differs from its declaration: ${change.attributes.join(', ')}`
          : `${change.id} ${words[change.type]}`,
      fix:
        change.type === 'remove' ? 'declare it, or write its removal: tidemark autogenerate' : 'tidemark autogenerate',
    }),
  )
}

/** One exit code: that of the cause to mend first. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  const order: readonly ExitCode[] = [
    exitCodes.severalHeads,
    exitCodes.pending,
    exitCodes.drift,
    exitCodes.undeclaredChange,
    exitCodes.partitionsMissing,
    exitCodes.partitionsNeglected,
  ]
  return order.find((code) => findings.some((item) => item.exitCode === code)) ?? exitCodes.done
}
