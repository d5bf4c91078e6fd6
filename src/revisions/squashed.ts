import { TidemarkError } from '../errors/error.js'
import type { Node, StandIn } from './graph.js'

/** A revision that may stand for others. */
export interface Squashable extends Node {
  readonly replaces?: readonly string[]
}

/** What a database has of the revisions; of none when only the files are looked at. */
export interface Holding {
  readonly applied: ReadonlySet<string>
  readonly touched: ReadonlySet<string>
}

/** A database that holds some of what a squash replaces, and cannot get the rest. */
export interface Stuck {
  readonly squash: string
  readonly lacks: readonly string[]
}

/** Of squashes and of what they replace, what counts. */
export interface InForce<N> {
  readonly nodes: readonly N[]
  readonly standIns: ReadonlyMap<string, StandIn>
  /** Squashes that are applied because all that they replace is. */
  readonly held: readonly string[]
  /** By squash that counts: all that it replaces, those that a replaced squash replaces included. */
  readonly replaced: ReadonlyMap<string, readonly string[]>
  readonly stuck: readonly Stuck[]
}

const nothing: Holding = { applied: new Set(), touched: new Set() }

/**
 * A squash counts in the place of what it replaces, unless the database stands in the middle of that: there the old files count.
 * What stands on the one stands on the other.
 * @throws TidemarkError TM337 revisions that are replaced twice, or by themselves.
 */
export function inForce<N extends Squashable>(list: readonly N[], holding = nothing): InForce<N> {
  const squashes = list.filter(({ replaces = [] }) => replaces.length > 0)
  if (squashes.length === 0) return { nodes: list, standIns: new Map(), held: [], replaced: new Map(), stuck: [] }
  const sides = sidesOf(innerFirst(squashes), new Map(list.map((node) => [node.revision, node])), holding)
  const { standIns, replaced } = standInsOf(sides, holding)
  const resolved = new Map([...standIns.keys()].map((id) => [id, follow(id, standIns)]))
  const nodes = list.filter(({ revision }) => !resolved.has(revision)).map((node) => repointed(node, resolved))
  const held = sides.flatMap(({ squash, side }) => (side === 'held' && !resolved.has(squash) ? squash : []))
  const stuck = sides.flatMap(({ squash, lacks }) => (lacks.length > 0 ? { squash, lacks } : []))
  return { nodes, standIns: resolved, held, replaced, stuck }
}

interface Side {
  readonly squash: string
  readonly parts: readonly string[]
  readonly side: 'squash' | 'held' | 'parts' | 'stuck'
  readonly lacks: readonly string[]
}

/** Squashes that others replace come before these. */
function innerFirst<N extends Squashable>(squashes: readonly N[]): readonly N[] {
  const byId = new Map(squashes.map((node) => [node.revision, node]))
  const holder = new Map<string, string>()
  const order = new Set<N>()
  const visit = (node: N, outer: readonly string[]): void => {
    if (outer.includes(node.revision)) throw replacesItself(node)
    for (const id of node.replaces!) {
      const other = holder.get(id) ?? node.revision
      if (other !== node.revision) throw replacedTwice(id, byId.get(other)!, node)
      holder.set(id, node.revision)
      const inner = byId.get(id)
      if (inner !== undefined) visit(inner, [...outer, node.revision])
    }
    order.add(node)
  }
  for (const node of squashes) visit(node, [])
  return [...order]
}

function sidesOf<N extends Squashable>(
  squashes: readonly N[],
  nodes: ReadonlyMap<string, N>,
  { applied, touched }: Holding,
): readonly Side[] {
  const sides = new Map<string, Side>()
  const isHeld = (id: string): boolean => applied.has(id) || sides.get(id)?.side === 'held'
  const isTouched = (id: string): boolean => touched.has(id) || (sides.get(id)?.parts.some(isTouched) ?? false)
  const canCome = (id: string): boolean => nodes.get(id)?.file !== undefined && sides.get(id)?.side !== 'stuck'
  for (const { revision: squash, replaces } of squashes) {
    const parts = replaces!
    const lacks = parts.filter((id) => !isHeld(id))
    const missing = lacks.filter((id) => !canCome(id))
    const side = touched.has(squash)
      ? 'squash'
      : lacks.length === 0
        ? 'held'
        : !parts.some(isTouched)
          ? 'squash'
          : missing.length === 0
            ? 'parts'
            : 'stuck'
    sides.set(squash, { squash, parts, side, lacks: side === 'stuck' ? missing : [] })
  }
  return [...sides.values()]
}

function standInsOf(
  sides: readonly Side[],
  { touched }: Holding,
): { standIns: Map<string, StandIn>; replaced: Map<string, readonly string[]> } {
  const parts = new Map(sides.map((side) => [side.squash, side.parts]))
  const standIns = new Map<string, StandIn>()
  const replaced = new Map<string, readonly string[]>()
  const allIn = (ids: readonly string[], last = true): readonly (readonly [string, boolean])[] =>
    ids.flatMap((id, index) => {
      const same = last && index === ids.length - 1
      return [[id, same] as const, ...allIn(parts.get(id) ?? [], same)]
    })
  for (const { squash, side, parts: own } of sides) {
    if (side === 'parts') standIns.set(squash, { revision: own.at(-1)!, same: true })
    else {
      // What a stuck database holds is known from its ledger, and is taken back from there.
      const hidden = allIn(own).filter(([id]) => side !== 'stuck' || !touched.has(id))
      for (const [id, same] of hidden) standIns.set(id, { revision: squash, same })
      if (side !== 'stuck')
        replaced.set(
          squash,
          hidden.map(([id]) => id),
        )
    }
  }
  for (const id of standIns.keys()) replaced.delete(id)
  return { standIns, replaced }
}

function follow(id: string, standIns: ReadonlyMap<string, StandIn>): StandIn {
  let at = standIns.get(id)!
  for (let next = standIns.get(at.revision); next !== undefined; next = standIns.get(at.revision))
    at = { revision: next.revision, same: at.same && next.same }
  return at
}

function repointed<N extends Squashable>(node: N, standIns: ReadonlyMap<string, StandIn>): N {
  const { revision, parents, dependsOn } = node
  if (![...parents, ...(dependsOn ?? [])].some((id) => standIns.has(id))) return node
  const now = (ids: readonly string[]): readonly string[] => [
    ...new Set(ids.map((id) => standIns.get(id)?.revision ?? id).filter((id) => id !== revision)),
  ]
  return { ...node, parents: now(parents), ...(dependsOn && { dependsOn: now(dependsOn) }) }
}

const named = ({ file, revision }: Node): string => file?.split(/[\\/]/).slice(-2).join('/') ?? revision

function replacedTwice(id: string, first: Node, second: Node): TidemarkError {
  return new TidemarkError({
    code: 'TM337',
    subject: id,
    what: `two revisions replace ${id}:\n${named(first)}\n${named(second)}`,
    why: 'a database that holds it would hold both, or neither',
    fix: 'keep one of the two files, or let one replace the other: its id in `replaces`',
    ...(second.file === undefined ? {} : { at: { file: second.file } }),
  })
}

function replacesItself(node: Node): TidemarkError {
  return new TidemarkError({
    code: 'TM337',
    subject: node.revision,
    what: `revision ${node.revision} replaces itself`,
    why: 'what a squash replaces has to be older than the squash',
    fix: 'correct `replaces` in the file',
    ...(node.file === undefined ? {} : { at: { file: node.file } }),
  })
}
