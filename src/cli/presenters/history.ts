import { isSame } from '../../revisions/checksum.js'
import { tips } from '../../revisions/graph.js'
import { isComplete, type LedgerRow } from '../../runner/ledger.js'
import type { Known, State } from '../../runner/route.js'
import type { Output, Style } from '../output.js'
import { factsOf } from './facts.js'
import { drawLanes } from './lanes.js'

export type RevisionState = 'applied' | 'half applied' | 'pending'

/** What the history says about one revision, for machines. */
export interface RevisionSummary {
  readonly revision: string
  readonly parents: readonly string[]
  readonly dependsOn: readonly string[]
  /** What it stands for. */
  readonly replaces: readonly string[]
  readonly message: string
  readonly labels: readonly string[]
  readonly tags: readonly string[]
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
  const tags = new Map<string, string[]>()
  for (const [tag, tagged] of state.graph.tags) {
    const squash = state.graph.nodes.has(tagged) ? undefined : state.graph.standIns.get(tagged)
    const id = squash?.same === true ? squash.revision : tagged
    tags.set(id, [...(tags.get(id) ?? []), tag])
  }
  return ids.map((id) => {
    const known = state.graph.nodes.get(id)!
    const {
      revision,
      parents,
      dependsOn = [],
      replaces = [],
      message,
      labels = [],
      file = null,
      row,
      migration,
    } = known
    return {
      ...{ revision, parents, dependsOn, replaces, message, labels },
      tags: tags.get(id) ?? [],
      ...(withDatabase ? { state: stateOf(known), current: current.has(id) } : {}),
      head: heads.has(id),
      file,
      ...(row === undefined
        ? {}
        : { edited: migration !== undefined && !isSame(migration, row.checksum), ...rowFields(row) }),
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
export function presentHistory(summaries: readonly RevisionSummary[], output: Output, verbose = false): void {
  if (output.json) return output.document(summaries)
  const { style } = output
  const newestFirst = summaries.toReversed()
  const drawn = drawLanes(newestFirst.map((item) => ({ id: item.revision, parents: item.parents, mark: markOf(item) })))
  const width = widest(drawn.map(({ line }) => line))
  const messageWidth = Math.min(60, widest(newestFirst.map(({ message }) => message)))
  const idWidth = widest(newestFirst.map(({ revision }) => revision))
  const lines = drawn.flatMap(({ above, line, rest, below }, index) => {
    const item = newestFirst[index]!
    const text = [
      coloured(line, item, style) + ' '.repeat(width - line.length),
      style.yellow(item.revision.padEnd(idWidth)),
      item.message.padEnd(messageWidth),
      about(item, style),
    ]
    const facts = verbose ? factsOf(item) : []
    return [
      ...above.map((text) => style.dim(text)),
      text.join('  ').trimEnd(),
      ...facts.map(([name, value]) => `${style.dim(`${rest.padEnd(width)}    ${`${name}:`.padEnd(9)}`)}${value}`),
      ...below.map((text) => style.dim(text)),
    ]
  })
  // One after the other, 10,000 lines take longer than all that is before.
  if (lines.length > 0) output.data(lines.join('\n'))
}

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0)

const markOf = ({ state = 'pending' }: RevisionSummary): string => marks[state]

/** The mark in its colour, the lanes dim. */
function coloured(line: string, item: RevisionSummary, style: Style): string {
  const mark = markOf(item)
  const colour = item.state === 'applied' ? style.green : item.state === 'half applied' ? style.red : style.yellow
  return line
    .split(mark)
    .map((lanes) => (lanes === '' ? '' : style.dim(lanes)))
    .join(item.state === undefined ? mark : colour(mark))
}

/** What a revision is called: `current, head, branch cart, tag v1.4`. */
export const namesOf = ({ current, head, labels, tags }: RevisionSummary): readonly string[] => [
  ...(current ? ['current'] : []),
  ...(head ? ['head'] : []),
  ...labels.map((label) => `branch ${label}`),
  ...tags.map((tag) => `tag ${tag}`),
]

function about(item: RevisionSummary, style: Style): string {
  const names = namesOf(item)
  const notes = [...(item.edited ? ['edited since'] : []), ...(item.file === null ? ['no file'] : [])]
  return [
    ...(item.state === undefined ? [] : [item.state]),
    ...(item.appliedAt === undefined
      ? []
      : [style.dim(`${item.appliedAt.slice(0, 16).replace('T', ' ')} ${item.appliedBy}`)]),
    ...(names.length === 0 ? [] : [style.green(`(${names.join(', ')})`)]),
    ...(item.replaces.length === 0 ? [] : [style.dim(`replaces ${item.replaces.length}`)]),
    ...(item.dependsOn.length === 0 ? [] : [style.dim(`needs ${item.dependsOn.join(', ')}`)]),
    ...(notes.length === 0 ? [] : [style.red(`(${notes.join(', ')})`)]),
  ].join('  ')
}

/** One line a revision: for `current` and `heads`; `verbose` adds what else is known. */
export function presentRevisions(
  summaries: readonly RevisionSummary[],
  none: string,
  output: Output,
  verbose = false,
): void {
  if (output.json) return output.document(summaries)
  if (summaries.length === 0) return output.note(none)
  const { yellow, green, dim } = output.style
  const ids = widest(summaries.map(({ revision }) => revision))
  const messages = Math.min(60, widest(summaries.map(({ message }) => message)))
  for (const item of summaries) {
    const names = namesOf(item)
    const shown = names.length === 0 ? '' : green(`(${names.join(', ')})`)
    output.data(`${yellow(item.revision.padEnd(ids))}  ${item.message.padEnd(messages)}  ${shown}`.trimEnd())
    for (const [name, value] of verbose ? factsOf(item) : []) output.data(`  ${dim(`${name}:`.padEnd(9))}${value}`)
  }
}
