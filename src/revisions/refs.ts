import { exitCodes, TidemarkError } from '../errors/error.js'
import { baseOf, branchOf, type Branch } from './branches.js'
import { ancestors, tips, type Graph, type StandIn } from './graph.js'
import { symbols } from './names.js'
import { nearest } from '../errors/nearest.js'

/** What references are resolved against. */
export interface RefContext {
  readonly graph: Graph
  /** The applied revisions; left out offline, where `current` and bare `+1` mean nothing. */
  readonly applied?: ReadonlySet<string>
  /** What a bare `+1` or `-1` counts from; by default what is applied. */
  readonly origin?: readonly string[]
}

/** A reference taken apart: `cart@head-2` is `{ branch, base: 'head', delta: -2 }`, `+1` is `{ base: '', delta: 1 }`. */
export interface Ref {
  readonly branch?: Branch
  readonly base: string
  readonly delta: number
}

/** What a reference means. */
export interface Target {
  /** None means `base`, the state before the first revision. */
  readonly revisions: readonly string[]
  /** Where the reference names one: nothing outside of it is meant. */
  readonly branch?: Branch
}

/** @throws TidemarkError TM305, TM306 for the branch. */
export function parseRef(text: string, { graph }: RefContext): Ref {
  const at = text.indexOf('@')
  if (at <= 0 || candidates(text, graph).length > 0) return split(text, graph)
  return { branch: resolveBranch(text.slice(0, at), graph), ...split(text.slice(at + 1), graph) }
}

function split(text: string, graph: Graph): Pick<Ref, 'base' | 'delta'> {
  const [, base, delta] = isExact(text, graph) ? [] : (/^(.*?)([+-]\d+)$/s.exec(text) ?? [])
  const relative = base !== undefined && (base === '' || symbols.has(base) || candidates(base, graph).length > 0)
  return relative ? { base, delta: Number(delta) } : { base: text, delta: 0 }
}

/**
 * The branch that a label, or a reference to one revision of it, names.
 * @throws TidemarkError TM305, TM306
 */
export function resolveBranch(name: string, graph: Graph): Branch {
  const found = candidates(name, graph)
  if (found.length > 1) throw ambiguous(name, found, graph)
  if (found.length === 0) throw unknown(name, graph, 'branch')
  return branchOf(name, found[0]!, graph)
}

/**
 * The revisions that a reference means, and the branch that it keeps to.
 * @throws TidemarkError TM305 unknown, TM306 ambiguous, TM307 several heads, TM311 out of range or offline, TM317 a tag of
 * a revision that is not there, TM336 a revision that was squashed.
 */
export function resolveTarget(text: string, context: RefContext): Target {
  const { branch, base, delta } = parseRef(text.trim(), context)
  const found = resolveBase(base, text, delta === 0 ? 'one' : 'start', context, branch)
  return { revisions: delta === 0 ? found : walk(found, delta, text, context.graph, branch), ...(branch && { branch }) }
}

/** The revisions of {@link resolveTarget}. */
export const resolveRef = (text: string, context: RefContext): readonly string[] =>
  resolveTarget(text, context).revisions

/** Like {@link resolveRef}, for commands that need exactly one revision. */
export function resolveRevision(text: string, context: RefContext): string {
  const found = resolveRef(text, context)
  if (found.length === 1) return found[0]!
  if (found.length > 1) throw ambiguous(text, found, context.graph)
  throw new TidemarkError({
    code: 'TM311',
    what: `${text} is the state before the first revision`,
    why: 'this command needs a revision',
    fix: 'name one; `tidemark history` lists them',
  })
}

/**
 * Both ends of `a:b`; a side left out is `base` or the heads. In `a:+2` the right side counts from the left one, in `-2:b`
 * the left from the right. `undefined` when the text is no range.
 */
export function resolveRange(
  text: string,
  context: RefContext,
): { from: readonly string[]; to: readonly string[] } | undefined {
  const colon = text.indexOf(':')
  if (colon === -1 || candidates(text, context.graph).length > 0) return undefined
  const [left, right] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()]
  const upper = (origin?: readonly string[]): readonly string[] =>
    right === '' ? context.graph.heads : resolveRef(right, { ...context, ...(origin && { origin }) })
  if (/^-\d+$/.test(left)) {
    const to = upper()
    return { from: resolveRef(left, { ...context, origin: to }), to }
  }
  const from = left === '' ? [] : resolveRef(left, context)
  return { from, to: upper(left === '' ? undefined : from) }
}

function resolveBase(
  base: string,
  text: string,
  use: 'one' | 'start',
  context: RefContext,
  branch: Branch | undefined,
): readonly string[] {
  const { graph } = context
  const within = (ids: readonly string[]): readonly string[] =>
    branch === undefined ? ids : ids.filter((id) => branch.members.has(id))
  switch (base) {
    case 'base':
      return branch === undefined || use === 'start' ? [] : baseOf(branch, graph)
    case 'heads':
      return within(graph.heads)
    case 'head': {
      const heads = within(graph.heads)
      if (heads.length > 1) throw severalHeads(graph, heads, branch)
      return heads
    }
    case 'current':
      return tips(graph, held(text, context.applied, branch))
    case '':
      if (use === 'one') break
      if (context.origin === undefined) return tips(graph, held(text, context.applied, branch))
      return branch === undefined ? context.origin : tips(graph, held(text, ancestors(graph, context.origin), branch))
  }
  const found = within(candidates(base, graph))
  if (found.length === 1) return found
  throw found.length === 0 ? unknown(text, graph) : ambiguous(text, found, graph)
}

/** Of what is applied, what belongs to the branch. */
function held(text: string, applied: ReadonlySet<string> | undefined, branch?: Branch): ReadonlySet<string> {
  if (applied === undefined) {
    throw new TidemarkError({
      code: 'TM311',
      what: `${text} is relative to what a database holds, and this command asks no database`,
      fix: 'name revisions, `head` or `base`',
    })
  }
  return branch === undefined ? applied : new Set([...applied].filter((id) => branch.members.has(id)))
}

const isExact = (text: string, { nodes, tags, labels }: Graph): boolean =>
  nodes.has(text) || tags.has(text) || labels.has(text) || symbols.has(text)

/** By id, tag or label, else by the beginning of an id, else by the message, else by a part of it. */
function candidates(base: string, graph: Graph): readonly string[] {
  if (graph.nodes.has(base)) return [base]
  const tagged = graph.tags.get(base)
  const replaced = graph.standIns.get(tagged ?? base)
  if (replaced !== undefined && !graph.nodes.has(tagged ?? base))
    return [standIn(base, tagged ?? base, replaced, graph)]
  if (tagged !== undefined && !graph.nodes.has(tagged)) throw lostTag(base, tagged)
  const named = tagged ?? graph.labels.get(base)
  if (named !== undefined) return [named]
  const wanted = base.toLowerCase()
  const byPrefix = wanted.length > 1 ? graph.order.filter((id) => id.toLowerCase().startsWith(wanted)) : []
  if (byPrefix.length > 0) return byPrefix
  const old = wanted.length > 1 ? [...graph.standIns.keys()].filter((id) => id.toLowerCase().startsWith(wanted)) : []
  if (old.length === 1) return [standIn(base, old[0]!, graph.standIns.get(old[0]!)!, graph)]
  const messages = graph.order.map((id) => [id, graph.nodes.get(id)!.message.toLowerCase()] as const)
  const byMessage = messages.filter(([, message]) => message === wanted)
  const matches = byMessage.length > 0 || wanted.length < 3 ? byMessage : messages.filter(([, m]) => m.includes(wanted))
  return matches.map(([id]) => id)
}

/** The squash, in the place of the last revision that it replaces; between the others it has no state of its own. */
function standIn(text: string, replaced: string, { revision, same }: StandIn, graph: Graph): string {
  if (same) return revision
  const { message } = graph.nodes.get(revision)!
  throw new TidemarkError({
    code: 'TM336',
    what: `${text === replaced ? `revision ${text}` : `${text} is revision ${replaced}, which`} was squashed into ${revision} (${message})`,
    why: 'a database goes from the state before the squash to the one after it, and never stands in between',
    fix: [`name the squash: ${revision}`, `or what it stands on: ${revision}-1`],
  })
}

/** Follows parents down or children up from one revision, or from `base`; of a branch only its own children. */
function walk(
  from: readonly string[],
  delta: number,
  text: string,
  graph: Graph,
  branch: Branch | undefined,
): readonly string[] {
  if (from.length > 1) throw ambiguous(text, from, graph, 'a step from several revisions at once has no one end')
  const own = (ids: readonly string[]): readonly string[] => ids.filter((id) => branch?.members.has(id) ?? true)
  let at = from[0]
  for (let left = Math.abs(delta); left > 0; left--) {
    if (delta < 0 && at === undefined) throw outOfRange(text, 'below the first revision', graph)
    const next =
      delta > 0
        ? at === undefined
          ? branch === undefined
            ? graph.order.filter((id) => graph.nodes.get(id)!.parents.length === 0)
            : [branch.root]
          : own(graph.children.get(at)!)
        : fewest(graph.nodes.get(at!)!.parents, own)
    if (next.length > 1) throw ambiguous(text, next, graph, 'the history branches on the way')
    if (delta > 0 && next.length === 0) throw outOfRange(text, 'above the last revision', graph)
    at = next[0]
  }
  return at === undefined ? [] : [at]
}

/** At a merge, the parent that belongs to the branch. */
const fewest = (ids: readonly string[], own: (ids: readonly string[]) => readonly string[]): readonly string[] =>
  ids.length > 1 && own(ids).length > 0 ? own(ids) : ids

const line = (id: string, graph: Graph): string => `${id}  ${graph.nodes.get(id)!.message}`

/** The error of a command that needs one head where there are several. */
export function severalHeads(graph: Graph, heads = graph.heads, branch?: Branch): TidemarkError {
  const prefix = branch === undefined ? '' : `${branch.name}@`
  return new TidemarkError(
    {
      code: 'TM307',
      what: `${branch === undefined ? 'the history' : `the branch ${branch.name}`} has ${heads.length} heads:\n${heads.map((id) => line(id, graph)).join('\n')}`,
      why: 'migrations were added to the same parent; which of them is meant, and in which order, nobody says',
      fix: ['name one of them', `or \`${prefix}heads\` for all of them`, 'or make them one: tidemark merge'],
    },
    { exitCode: exitCodes.severalHeads },
  )
}

function unknown(text: string, graph: Graph, sort: 'revision' | 'branch' = 'revision'): TidemarkError {
  if (sort === 'revision' && text.includes(':')) return isRange(text)
  const names = nearest(text, [...graph.tags.keys(), ...graph.labels.keys()], (name) => name)
  const ids = nearest(text, graph.order, (id) => id)
  const messages = nearest(text, graph.order, (id) => graph.nodes.get(id)!.message)
  const near = [...names, ...[...new Set([...ids, ...messages])].map((id) => line(id, graph))].slice(0, 3)
  return new TidemarkError({
    code: 'TM305',
    what: `no ${sort} fits ${JSON.stringify(text)}`,
    why: `of ${graph.order.length} revision${graph.order.length === 1 ? '' : 's'}, none has it as its id, as the beginning of its id, as a tag, a label or in its message${text.length < 3 ? '; fewer than two characters of an id, or three of a message, name nothing' : ''}`,
    fix:
      near.length > 0
        ? near.map((name) => `did you mean ${name}`)
        : sort === 'branch' && graph.labels.size > 0
          ? `the labels are ${[...graph.labels.keys()].join(', ')}`
          : '`tidemark history` lists the revisions',
  })
}

function isRange(text: string): TidemarkError {
  const end = text.slice(text.indexOf(':') + 1).trim()
  return new TidemarkError({
    code: 'TM305',
    what: `${JSON.stringify(text)} is a range, and one revision is meant here`,
    why: 'where a run begins the database says; ranges are for `history` and `squash`, and for `up` and `down` with --sql',
    fix: end === '' ? 'name the revision to go to' : `name the revision to go to: ${end}`,
  })
}

function lostTag(tag: string, revision: string): TidemarkError {
  return new TidemarkError({
    code: 'TM317',
    what: `the tag ${tag} names revision ${revision}, and no migration file has this id`,
    why: 'a tag is a line of the file `tags` beside the migrations',
    fix: ['restore the missing file', `or move the tag: tidemark tag ${tag} REF --force`],
  })
}

function ambiguous(text: string, found: readonly string[], graph: Graph, why?: string): TidemarkError {
  const shown = found.slice(0, 10).map((id) => line(id, graph))
  if (found.length > shown.length) shown.push(`and ${found.length - shown.length} more`)
  return new TidemarkError({
    code: 'TM306',
    what: `${JSON.stringify(text)} fits ${found.length} revisions:\n${shown.join('\n')}`,
    ...(why === undefined ? {} : { why }),
    fix:
      why === undefined
        ? 'write more of the id or of the message'
        : ['name one of them', ...(/^[+-]\d/.test(text) ? [`or keep to its branch, as in ${found[0]}@${text}`] : [])],
  })
}

function outOfRange(text: string, where: string, graph: Graph): TidemarkError {
  return new TidemarkError({
    code: 'TM311',
    what: `${text} is ${where}`,
    why: `the history has ${graph.order.length} revision${graph.order.length === 1 ? '' : 's'}`,
    fix: '`tidemark history` lists them',
  })
}
