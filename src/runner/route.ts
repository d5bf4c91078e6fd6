import { isSame } from '../revisions/checksum.js'
import { exitCodes, TidemarkError, type DiagnosticInput } from '../errors/error.js'
import { ancestors, buildGraph, descendants, standsOn, tips, type Graph } from '../revisions/graph.js'
import type { Branch } from '../revisions/branches.js'
import type { History, Revision } from '../revisions/load.js'
import { inForce, type InForce, type Stuck } from '../revisions/squashed.js'
import type { Step } from '../revisions/migration.js'
import {
  parseRef,
  resolveRange,
  resolveTarget,
  severalHeads,
  type Ref,
  type RefContext,
  type Target,
} from '../revisions/refs.js'
import { appliedRevisions, type Ledger, type LedgerRow } from './ledger.js'
import type { Position } from './segments.js'

/** A revision of the history: with its file, its row in the ledger, or both. */
export interface Known {
  readonly revision: string
  readonly parents: readonly string[]
  readonly dependsOn?: readonly string[]
  readonly labels?: readonly string[]
  readonly replaces?: readonly string[]
  readonly message: string
  readonly file?: string
  readonly migration?: Revision
  readonly row?: LedgerRow
}

/** The files and the ledger of one database, brought together. */
export interface State {
  readonly graph: Graph<Known>
  readonly ledger: Ledger
  /** Held entirely. */
  readonly applied: ReadonlySet<string>
  /** Held entirely or in part. */
  readonly touched: ReadonlySet<string>
  /** Squashes that the ledger has to say instead of what they replace. */
  readonly unrecorded: readonly Unrecorded[]
  readonly stuck: readonly Stuck[]
  /** The files that count for this database, as a history. */
  readonly history: History
}

/** A squash that counts, though the ledger has rows of what it replaces. */
export interface Unrecorded {
  readonly squash: Known
  /** Those of its parts that the ledger has. */
  readonly rows: readonly Known[]
  /** All parts. */
  readonly replaced: readonly string[]
}

/** One migration to run. */
export interface Leg {
  readonly revision: string
  /** All that it stands on, dependencies included: the ledger has to know it where the file is gone. */
  readonly parents: readonly string[]
  readonly message: string
  readonly checksum: string
  readonly heading: 'up' | 'down'
  /** Left out where the way back comes from the ledger; it is read when the leg is run. */
  readonly steps?: readonly Step[]
  readonly file?: string
  /** Why the ledger's way back is used instead of the file's. */
  readonly fromLedger?: 'no file' | 'edited file'
  readonly position: Position
  /** The ledger has a row of it. */
  readonly known: boolean
}

/** Brings files and ledger together: revisions without a file take their place by the parents that the ledger kept. */
export function stateOf(history: History, ledger: Ledger): State {
  const files = new Map(history.revisions.map((revision) => [revision.revision, revision]))
  const ids = new Set([...files.keys(), ...ledger.rows.keys()])
  const known = [...ids].map((revision): Known => {
    const migration = files.get(revision)
    const row = ledger.rows.get(revision)
    if (migration === undefined) {
      const { parents, message } = row!
      return { revision, parents: parents.filter((parent) => ids.has(parent)), message, row: row! }
    }
    return { ...knownFrom(migration), ...(row === undefined ? {} : { row }) }
  })
  const applied = appliedRevisions(ledger)
  const touched = new Set(ledger.rows.keys())
  const { tags } = history.graph
  const force = inForce(known, { applied, touched })
  if (force.standIns.size === 0) {
    // Where the files alone say it all, their graph is the database's.
    const isWhole = history.graph.standIns.size === 0 && history.graph.nodes.size === known.length
    const graph: Graph<Known> = isWhole
      ? { ...history.graph, nodes: new Map(known.map((item) => [item.revision, item])) }
      : buildGraph(known, { tags })
    return { graph, ledger, applied, touched, unrecorded: [], stuck: [], history }
  }
  return withSquashes(known, force, { ledger, applied, touched, history })
}

function withSquashes(
  known: readonly Known[],
  { nodes, standIns, held, replaced, stuck }: InForce<Known>,
  { ledger, applied, touched, history }: Pick<State, 'ledger' | 'applied' | 'touched' | 'history'>,
): State {
  const byId = new Map(known.map((item) => [item.revision, item]))
  const rowsOf = (id: string): readonly Known[] =>
    (replaced.get(id) ?? []).flatMap((part) => (touched.has(part) ? byId.get(part)! : []))
  const list = nodes.map((node) =>
    held.includes(node.revision) ? { ...node, row: rowOfSquash(node, rowsOf(node.revision)) } : node,
  )
  const visible = (ids: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...[...ids].filter((id) => !standIns.has(id)), ...held])
  const graph = buildGraph(list, { tags: history.graph.tags, standIns })
  const unrecorded = list.flatMap((squash): Unrecorded[] => {
    const rows = rowsOf(squash.revision)
    return rows.length === 0 ? [] : [{ squash, rows, replaced: replaced.get(squash.revision)! }]
  })
  return {
    ...{ graph, ledger, unrecorded, stuck },
    ...{ applied: visible(applied), touched: visible(touched) },
    history: nodes.some(({ revision, migration }) => migration && !history.graph.nodes.has(revision))
      ? historyThatCounts(history, graph)
      : history,
  }
}

/** A squash that is held by its parts: as far as it will be in the ledger, applied when the last of them was. */
function rowOfSquash({ revision, parents, message, migration }: Known, rows: readonly Known[]): LedgerRow {
  const last = rows.map(({ row }) => row!).reduce((a, b) => (b.appliedAt > a.appliedAt ? b : a))
  const durationMs = rows.reduce((sum, { row }) => sum + row!.durationMs, 0)
  const { checksum, steps } = migration!
  const done = { steps: steps.length, stepsDone: steps.length, statementsDone: 0, underway: false }
  return { ...last, ...done, revision, parents, message, checksum, durationMs, heading: 'up' }
}

/** The old files of a database that stands between them, without the squash. */
function historyThatCounts({ folder }: History, graph: Graph<Known>): History {
  const revisions = graph.order.flatMap((id): Revision[] => {
    const { migration, parents, dependsOn } = graph.nodes.get(id)!
    if (migration === undefined) return []
    const { replaces: _, ...rest } = migration
    return [{ ...rest, parents, ...(dependsOn && { dependsOn }) }]
  })
  const there = new Set(revisions.map(({ revision }) => revision))
  const whole = revisions.every((revision) => standsOn(revision).every((id) => there.has(id)))
  return {
    folder,
    revisions,
    graph: buildGraph(whole ? revisions : [], { tags: graph.tags, standIns: graph.standIns }),
  }
}

function knownFrom(migration: Revision): Known {
  const { revision, parents, dependsOn, labels, replaces, message, file } = migration
  return {
    ...{ revision, parents, message, file, migration },
    ...(dependsOn && { dependsOn }),
    ...(labels && { labels }),
    ...(replaces && { replaces }),
  }
}

const contextOf = (state: State): RefContext => ({ graph: state.graph, applied: state.applied })

/**
 * The migrations that `up REF` runs, in their order: what REF stands on and is not applied yet.
 * @throws TidemarkError TM305 to TM307, TM311 for the reference, TM308 an edited migration, TM309 a missing file.
 */
export function routeUp(state: State, ref: string | undefined, allow: readonly string[] = []): readonly Leg[] {
  const context = contextOf(state)
  if (state.stuck.length > 0) throw stuckInside(state, state.stuck[0]!)
  if (ref === undefined && state.graph.heads.length > 1) throw severalHeads(state.graph)
  const target = ref === undefined ? state.graph.heads : resolveTarget(ref, context).revisions
  if (ref !== undefined && target.length === 0) throw wrongWay(ref, 'up', 'tidemark down')
  const wanted = ancestors(state.graph, target)
  refuseUntrue(state, allow)
  return state.graph.order
    .filter((id) => wanted.has(id) && !state.applied.has(id))
    .map((id) => legUp(state.graph.nodes.get(id)!))
}

/**
 * The migrations that `down REF` takes back, newest first: everything above REF; without REF the last one, with `-2` the
 * last two. A migration without its file, or with an edited one, is taken back as the ledger says.
 * @throws TidemarkError TM305 to TM307, TM311 for the reference.
 */
export function routeDown(state: State, ref: string | undefined): readonly Leg[] {
  const held = state.graph.order.filter((id) => state.touched.has(id)).reverse()
  refuseEdited(state.unrecorded.flatMap(({ rows }) => rows))
  return takenBack(state, ref, held).map((id) => legDown(state.graph.nodes.get(id)!))
}

function takenBack(state: State, ref: string | undefined, held: readonly string[]): readonly string[] {
  const { base, delta, branch } = ref === undefined ? lastOne : parseRef(ref, contextOf(state))
  if (base === '' && delta !== 0) {
    if (delta > 0) throw wrongWay(ref!, 'down', 'tidemark up')
    const own = branch === undefined ? held : held.filter((id) => branch.members.has(id))
    if (own.length === 0 && ref === undefined) return []
    const ends = tips(state.graph, new Set(own))
    if (ends.length > 1) throw severalCurrent(state, ends)
    if (-delta > own.length) throw belowFirst(ref ?? '-1', own.length, branch)
    return withAllAbove(own.slice(0, -delta), state, held)
  }
  return withAllAbove(nextAbove(resolveTarget(ref!, contextOf(state)), state), state, held)
}

const lastOne: Ref = { base: '', delta: -1 }

/** The first revisions to go so that a target becomes the last one. */
function nextAbove({ revisions, branch }: Target, { graph, touched }: State): readonly string[] {
  const notHeld = revisions.find((id) => !touched.has(id))
  if (notHeld !== undefined) throw notApplied(graph, notHeld)
  if (revisions.length === 0) return branch === undefined ? graph.order : [branch.root]
  const next = revisions.flatMap((id) => graph.children.get(id)!)
  return branch === undefined ? next : next.filter((id) => branch.members.has(id))
}

function withAllAbove(first: readonly string[], { graph }: State, held: readonly string[]): readonly string[] {
  const above = descendants(graph, first)
  return held.filter((id) => above.has(id))
}

/**
 * The migrations between two states, without asking a database; `a:b` leaves `a` in place.
 * @throws TidemarkError TM305 to TM307, TM311 for the references.
 */
export function routeRange(history: History, range: string, heading: 'up' | 'down'): readonly Leg[] | undefined {
  const context: RefContext = { graph: history.graph }
  const ends = resolveRange(range, context)
  if (ends === undefined) return undefined
  const [lower, upper] = heading === 'up' ? [ends.from, ends.to] : [ends.to, ends.from]
  const below = ancestors(history.graph, lower)
  const through = ancestors(history.graph, upper)
  const missing = lower.find((id) => !through.has(id))
  if (missing !== undefined) throw wrongWay(range, heading, `tidemark ${heading === 'up' ? 'down' : 'up'}`)
  const order = history.graph.order.filter((id) => through.has(id) && !below.has(id))
  const known = order.map((id): Known => {
    return knownFrom(history.graph.nodes.get(id)!)
  })
  return heading === 'up' ? known.map(legUp) : known.reverse().map(legDown)
}

function legUp(known: Known): Leg {
  const { revision, message, file, migration, row } = known
  if (migration === undefined || file === undefined) throw missingFile(known)
  const position = row ?? { heading: 'up' as const, stepsDone: 0, statementsDone: 0, underway: false }
  return {
    revision,
    parents: standsOn(known),
    message,
    checksum: migration.checksum,
    heading: 'up',
    steps: migration.steps,
    file,
    position,
    known: row !== undefined,
  }
}

function legDown(known: Known): Leg {
  const { revision, message, file, migration, row } = known
  const position = row ?? {
    heading: 'up' as const,
    stepsDone: migration!.steps.length,
    statementsDone: 0,
    underway: false,
  }
  const leg = { revision, parents: standsOn(known), message, heading: 'down' as const, position, known: true }
  if (migration === undefined) return { ...leg, checksum: row!.checksum, fromLedger: 'no file' }
  if (row !== undefined && !isSame(migration, row.checksum))
    return { ...leg, checksum: row.checksum, fromLedger: 'edited file' }
  return { ...leg, checksum: migration.checksum, steps: migration.steps, file: file! }
}

/** Going up on top of something else than the files say would build on sand. */
function refuseUntrue(state: State, allow: readonly string[]): void {
  const allows = (code: string): boolean => allow.includes(code) || allow.includes('all')
  const known = state.graph.order.map((id) => state.graph.nodes.get(id)!)
  if (!allows('TM308')) refuseEdited([...known, ...state.unrecorded.flatMap(({ rows }) => rows)])
  const missing = known.filter(({ migration }) => migration === undefined)
  if (missing.length > 0 && !allows('TM309')) throw missingFile(missing[0]!)
}

function refuseEdited(known: readonly Known[]): void {
  const edited = known.filter(
    ({ migration, row }) => migration !== undefined && row !== undefined && !isSame(migration, row.checksum),
  )
  if (edited.length > 0) throw new TidemarkError(edited.map(editedMigration))
}

/** The squash would do again what is done, and the rest of the old files is not here. */
function stuckInside({ graph, touched }: State, { squash, lacks }: Stuck): TidemarkError {
  const known = graph.nodes.get(squash)!
  const parts = known.replaces!
  const holds = parts.filter((id) => touched.has(id))
  const gone = lacks.map((id) => (graph.nodes.get(id) === undefined ? id : `${id} (half applied)`))
  return new TidemarkError({
    code: 'TM335',
    subject: squash,
    what: `the database holds ${holds.length} of the ${parts.length} revisions that ${squash} (${known.message}) replaces, and the files of others are gone:\n${gone.join('\n')}`,
    why: 'the squash would do again what is done already',
    fix: [
      'check out files from before the squash, and run tidemark up with them first',
      'or take back what is there (the ledger keeps its way back), then tidemark up: tidemark down base',
    ],
    ...(known.file === undefined ? {} : { at: { file: known.file } }),
  })
}

function editedMigration({ revision, message, file, row }: Known): DiagnosticInput {
  const half = row!.stepsDone < row!.steps
  return {
    code: 'TM308',
    subject: revision,
    what: `migration ${revision} (${message}) was edited after it was ${half ? 'begun' : 'applied'}`,
    why: `what the file does now is not what was applied ${when(row!)}`,
    fix: [
      'restore the file and put the change into a new migration',
      'or take it back first (tidemark down uses the way back that the ledger kept), then tidemark up',
      ...(half ? [] : ['or record what it does now as what was applied: tidemark repair']),
      'or go on as it is: --allow TM308',
    ],
    at: { file: file! },
  }
}

function missingFile({ revision, message, row }: Known): TidemarkError {
  return new TidemarkError({
    code: 'TM309',
    subject: revision,
    what: `the database holds revision ${revision} (${message}), and no migration file has it`,
    why: `it was applied ${when(row!)}; these files may be of an older checkout or of another branch`,
    fix: [
      'check out the files that belong to this database',
      'or take it back (the ledger keeps its way back): tidemark down',
      'or go on without it: --allow TM309',
    ],
  })
}

const when = ({ appliedAt, who, host }: LedgerRow): string =>
  `at ${appliedAt.toISOString().slice(0, 19).replace('T', ' ')} UTC by ${who} at ${host}`

function wrongWay(ref: string, heading: 'up' | 'down', other: string): TidemarkError {
  return new TidemarkError({
    code: 'TM311',
    what: `${ref} is not ${heading === 'up' ? 'above' : 'below'} where ${heading} begins`,
    fix: `the other direction is ${other}`,
  })
}

function belowFirst(ref: string, held: number, branch?: Branch): TidemarkError {
  return new TidemarkError({
    code: 'TM311',
    what: `${ref} is below the first revision`,
    why: `the database holds ${held === 0 ? 'no' : held} revision${held === 1 || held === 0 ? '' : 's'}${branch === undefined ? '' : ` of the branch ${branch.name}`}`,
    fix: `tidemark down ${branch === undefined ? '' : `${branch.name}@`}base takes all of them back`,
  })
}

function notApplied(graph: Graph, id: string): TidemarkError {
  return new TidemarkError({
    code: 'TM311',
    what: `revision ${id} (${graph.nodes.get(id)!.message}) is not applied`,
    why: '`down REF` goes back to REF, which stays applied',
    fix: 'name an applied revision; `tidemark history` shows which are',
  })
}

function severalCurrent({ graph }: State, ends: readonly string[]): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM307',
      what: `the database is at ${ends.length} revisions:\n${ends.map((id) => `${id}  ${graph.nodes.get(id)!.message}`).join('\n')}`,
      why: 'which of them is the last one, nobody says',
      fix: [
        'name the revision to go back to',
        `or keep to a branch, as in: tidemark down ${ends.at(-1)}@-1`,
        'or `base` to take back everything',
      ],
    },
    { exitCode: exitCodes.severalHeads },
  )
}
