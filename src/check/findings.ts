import { exitCodes, type Diagnostic, type ExitCode } from '../errors/error.js'
import type { MissingPartitions } from '../partitions/missing.js'
import type { Change } from '../diff/change.js'
import type { State } from '../runner/route.js'
import { ruleOf } from '../errors/codes.js'

/** A cause for a deploy to stop: a diagnostic with an exit code of its own. */
export interface Finding extends Diagnostic {
  readonly exitCode: ExitCode
}

const finding = (code: string, exitCode: ExitCode, rest: Omit<Diagnostic, 'severity' | 'code' | 'rule'>): Finding => ({
  severity: 'error',
  code,
  rule: ruleOf(code),
  exitCode,
  ...rest,
})

/** What the migration files and the ledger say without a look at the catalog. */
export function historyFindings(state: State): Finding[] {
  const { graph, applied } = state
  const nodes = graph.order.map((id) => graph.nodes.get(id)!)
  const heads = graph.heads.filter((id) => graph.nodes.get(id)?.migration !== undefined)
  const pending = nodes.filter(({ revision, migration }) => migration !== undefined && !applied.has(revision))
  const edited = nodes.filter(({ migration, row }) => migration && row && migration.checksum !== row.checksum)
  const lost = nodes.filter(({ migration }) => migration === undefined)
  return [
    ...(heads.length > 1
      ? [
          finding('TM402', exitCodes.severalHeads, {
            what: `the history has ${heads.length} heads: ${heads.join(', ')}`,
            why: 'migrations were added to the same parent on different branches',
            fix: 'make one of them the parent of the other, or apply both with: tidemark up heads',
          }),
        ]
      : []),
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

/** Time partitions that inserts will miss. */
export function partitionFindings(missing: readonly MissingPartitions[]): Finding[] {
  return missing.map(({ table, partitions }) =>
    finding('TM405', exitCodes.partitionsMissing, {
      subject: `table ${table}`,
      what: `${table} lacks ${partitions.length === 1 ? 'the partition' : `${partitions.length} partitions, from`} ${partitions[0]}`,
      why: 'rows of that time will be refused',
      fix: `run, by hand or from cron: SELECT tidemark.maintain_partitions(p) FROM tidemark.partition_policy p`,
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
  ]
  return order.find((code) => findings.some((item) => item.exitCode === code)) ?? exitCodes.done
}
