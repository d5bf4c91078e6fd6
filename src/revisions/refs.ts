import { exitCodes, TidemarkError } from '../errors/error.js'
import { tips, type Graph } from './graph.js'
import { nearest } from './nearest.js'

/** What references are resolved against. */
export interface RefContext {
  readonly graph: Graph
  /** The applied revisions; left out offline, where `current` and bare `+1` mean nothing. */
  readonly applied?: ReadonlySet<string>
}

/** A reference taken apart: `head-2` is `{ base: 'head', delta: -2 }`, `+1` is `{ base: '', delta: 1 }`. */
export interface Ref {
  readonly base: string
  readonly delta: number
}

export function parseRef(text: string, context: RefContext): Ref {
  const [, base = '', delta] = /^(.*?)([+-]\d+)?$/s.exec(text)!
  if (delta === undefined) return { base: text, delta: 0 }
  const relative = base === '' || symbols.has(base) || candidates(base, context.graph).length > 0
  return relative ? { base, delta: Number(delta) } : { base: text, delta: 0 }
}

const symbols: ReadonlySet<string> = new Set(['head', 'heads', 'base', 'current'])

/**
 * The revisions that a reference means; none means `base`, the state before the first revision.
 * @throws TidemarkError TM305 unknown, TM306 ambiguous, TM307 several heads, TM311 out of range or offline.
 */
export function resolveRef(text: string, context: RefContext): readonly string[] {
  const { base, delta } = parseRef(text.trim(), context)
  const from = resolveBase(base === '' ? 'current' : base, context, text)
  if (delta === 0) return from
  if (from.length > 1)
    throw ambiguous(text, from, context.graph, 'a step from several revisions at once has no one end')
  const end = walk(from[0], delta, text, context.graph)
  return end === undefined ? [] : [end]
}

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

/** Both ends of `a:b`; a side left out is `base` or the heads. `undefined` when the text is no range. */
export function resolveRange(
  text: string,
  context: RefContext,
): { from: readonly string[]; to: readonly string[] } | undefined {
  const colon = text.indexOf(':')
  if (colon === -1) return undefined
  const [left, right] = [text.slice(0, colon), text.slice(colon + 1)]
  return {
    from: left === '' ? [] : resolveRef(left, context),
    to: right === '' ? context.graph.heads : resolveRef(right, context),
  }
}

function resolveBase(base: string, context: RefContext, text: string): readonly string[] {
  const { graph, applied } = context
  switch (base) {
    case 'base':
      return []
    case 'heads':
      return graph.heads
    case 'head':
      if (graph.heads.length > 1) throw severalHeads(graph)
      return graph.heads
    case 'current':
      if (applied === undefined) {
        throw new TidemarkError({
          code: 'TM311',
          what: `${text} is relative to what a database holds, and this command asks no database`,
          fix: 'name revisions, `head` or `base`',
        })
      }
      return tips(graph, applied)
  }
  const found = candidates(base, graph)
  if (found.length === 1) return found
  throw found.length === 0 ? unknown(base, graph) : ambiguous(base, found, graph)
}

/** By id, else by the beginning of one, else by the message, else by a part of it. */
function candidates(base: string, graph: Graph): readonly string[] {
  if (graph.nodes.has(base)) return [base]
  const wanted = base.toLowerCase()
  const byPrefix = /^[0-9a-z_]{2,}$/.test(wanted) ? graph.order.filter((id) => id.startsWith(wanted)) : []
  if (byPrefix.length > 0) return byPrefix
  const messages = graph.order.map((id) => [id, graph.nodes.get(id)!.message.toLowerCase()] as const)
  const byMessage = messages.filter(([, message]) => message === wanted)
  const matches = byMessage.length > 0 || wanted.length < 3 ? byMessage : messages.filter(([, m]) => m.includes(wanted))
  return matches.map(([id]) => id)
}

/** Follows parents down or children up; `undefined` stands for `base`. */
function walk(start: string | undefined, delta: number, text: string, graph: Graph): string | undefined {
  let at = start
  for (let left = Math.abs(delta); left > 0; left--) {
    if (delta < 0 && at === undefined) throw outOfRange(text, 'below the first revision', graph)
    const next: readonly string[] =
      delta < 0
        ? graph.nodes.get(at!)!.parents
        : at === undefined
          ? graph.order.filter((id) => graph.nodes.get(id)!.parents.length === 0)
          : graph.children.get(at)!
    if (next.length > 1) throw ambiguous(text, next, graph, 'the history branches on the way')
    if (delta > 0 && next.length === 0) throw outOfRange(text, 'above the last revision', graph)
    at = next[0]
  }
  return at
}

const line = (id: string, graph: Graph): string => `${id}  ${graph.nodes.get(id)!.message}`

/** The error of a command that needs one head where there are several. */
export function severalHeads(graph: Graph): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM307',
      what: `the history has ${graph.heads.length} heads:\n${graph.heads.map((id) => line(id, graph)).join('\n')}`,
      why: 'migrations were added to the same parent; which of them is meant, and in which order, nobody says',
      fix: ['name one of them', 'or `heads` for all of them'],
    },
    { exitCode: exitCodes.severalHeads },
  )
}

function unknown(base: string, graph: Graph): TidemarkError {
  const ids = nearest(base, graph.order, (id) => id)
  const messages = nearest(base, graph.order, (id) => graph.nodes.get(id)!.message)
  const near = [...new Set([...ids, ...messages])].slice(0, 3)
  return new TidemarkError({
    code: 'TM305',
    what: `no revision fits ${JSON.stringify(base)}`,
    why: `of ${graph.order.length} revisions, none has it as its id, as the beginning of its id or in its message`,
    fix:
      near.length > 0 ? near.map((id) => `did you mean ${line(id, graph)}`) : '`tidemark history` lists the revisions',
  })
}

function ambiguous(text: string, found: readonly string[], graph: Graph, why?: string): TidemarkError {
  const shown = found.slice(0, 10).map((id) => line(id, graph))
  if (found.length > shown.length) shown.push(`and ${found.length - shown.length} more`)
  return new TidemarkError({
    code: 'TM306',
    what: `${JSON.stringify(text)} fits ${found.length} revisions:\n${shown.join('\n')}`,
    ...(why === undefined ? {} : { why }),
    fix: 'write more of the id or of the message',
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
