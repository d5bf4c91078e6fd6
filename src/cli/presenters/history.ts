import { tips } from '../../revisions/graph.js'
import { isComplete, type LedgerRow } from '../../runner/ledger.js'
import type { Known, State } from '../../runner/route.js'
import type { Output, Style } from '../output.js'
import { drawLanes } from './lanes.js'

export type RevisionState = 'applied' | 'half applied' | 'pending'

/** What the history says about one revision, for machines. */
export interface RevisionSummary {
  readonly revision: string
  readonly parents: readonly string[]
  readonly message: string
  /** Left out where no database was asked. */
  readonly state?: RevisionState
  readonly current?: boolean
  readonly head: boolean
  readonly file: string | null
  readonly edited?: boolean
  readonly appliedAt?: string
  readonly appliedBy?: string
  readonly durationMs?: number
  readonly toolVersion?: string
  readonly gitCommit?: string
}

const stateOf = ({ row }: Known): RevisionState =>
  row === undefined ? 'pending' : isComplete(row) ? 'applied' : 'half applied'

/** Summaries of revisions, in the order of the graph. */
export function summarise(state: State, ids: readonly string[], withDatabase: boolean): readonly RevisionSummary[] {
  const current = new Set(tips(state.graph, state.applied))
  const heads = new Set(state.graph.heads)
  return ids.map((id) => {
    const known = state.graph.nodes.get(id)!
    const { revision, parents, message, file = null, row, migration } = known
    return {
      revision,
      parents,
      message,
      ...(withDatabase ? { state: stateOf(known), current: current.has(id) } : {}),
      head: heads.has(id),
      file,
      ...(row === undefined
        ? {}
        : { edited: migration !== undefined && migration.checksum !== row.checksum, ...rowFields(row) }),
    }
  })
}

function rowFields({ appliedAt, who, host, durationMs, toolVersion, gitCommit }: LedgerRow): Partial<RevisionSummary> {
  return {
    appliedAt: appliedAt.toISOString(),
    appliedBy: `${who}@${host}`,
    durationMs,
    toolVersion,
    ...(gitCommit === null ? {} : { gitCommit }),
  }
}

const marks: Readonly<Record<RevisionState, string>> = { applied: '●', 'half applied': '◐', pending: '○' }

/** Draws the history, newest first, with what is applied, pending, current and head, and who applied what when. */
export function presentHistory(summaries: readonly RevisionSummary[], output: Output): void {
  if (output.json) return output.document(summaries)
  const { style } = output
  const newestFirst = summaries.toReversed()
  const drawn = drawLanes(
    newestFirst.map((item) => ({ id: item.revision, parents: item.parents, mark: marks[item.state ?? 'pending'] })),
  )
  const width = Math.max(...drawn.map(({ line }) => line.length), 0)
  const messageWidth = Math.min(60, Math.max(...newestFirst.map((item) => item.message.length), 0))
  drawn.forEach(({ above, line, below }, index) => {
    const item = newestFirst[index]!
    for (const text of above) output.data(style.dim(text))
    const text = [
      line.padEnd(width),
      style.yellow(item.revision),
      item.message.padEnd(messageWidth),
      about(item, style),
    ]
    output.data(text.join('  ').trimEnd())
    for (const text of below) output.data(style.dim(text))
  })
}

function about(item: RevisionSummary, style: Style): string {
  const names = [...(item.current ? ['current'] : []), ...(item.head ? ['head'] : [])]
  const notes = [...(item.edited ? ['edited since'] : []), ...(item.file === null ? ['no file'] : [])]
  return [
    ...(item.state === undefined ? [] : [item.state]),
    ...(item.appliedAt === undefined
      ? []
      : [style.dim(`${item.appliedAt.slice(0, 16).replace('T', ' ')} ${item.appliedBy}`)]),
    ...(names.length === 0 ? [] : [style.green(`(${names.join(', ')})`)]),
    ...(notes.length === 0 ? [] : [style.red(`(${notes.join(', ')})`)]),
  ].join('  ')
}

/** One line a revision: for `current` and `heads`. */
export function presentRevisions(summaries: readonly RevisionSummary[], none: string, output: Output): void {
  if (output.json) return output.document(summaries)
  if (summaries.length === 0) return output.note(none)
  for (const item of summaries) {
    const names = [...(item.current ? ['current'] : []), ...(item.head ? ['head'] : [])]
    output.data(
      `${item.revision}  ${item.message}${names.length === 0 ? '' : `  ${output.style.green(`(${names.join(', ')})`)}`}`,
    )
  }
}
