import { exitCodes, TidemarkError } from '../errors/error.js'
import type { Graph } from '../revisions/graph.js'
import type { Orders } from './orders.js'

const named = (graph: Graph, id: string): string => `${id} (${graph.nodes.get(id)!.message})`

/** More objects than this are counted. */
const shown = 10

/** Why branches cannot be joined; `undefined` when they can, whichever is applied first, or with `moved` as the last. */
export function conflict(graph: Graph, orders: Orders, moved?: string): TidemarkError | undefined {
  const differing = moved === undefined ? orders.differing : []
  const failing = orders.failing.filter(({ head }) => moved === undefined || head === moved)
  if (differing.length === 0 && failing.length === 0) return undefined
  const more = differing.length > shown ? [`and ${differing.length - shown} more`] : []
  const what =
    failing.length > 0
      ? failing.map(
          ({ head, after, why }) =>
            `${named(graph, head)} cannot be applied after ${after.map((id) => named(graph, id)).join(' and ')}:\n${why}`,
        )
      : ['what these objects are depends on which branch is applied first:', ...differing.slice(0, shown), ...more]
  const last = failing.length === 1 ? failing[0]!.after[0] : undefined
  return new TidemarkError(
    {
      code: 'TM330',
      what: what.join('\n'),
      why: 'a database that has one of the branches already gets the other one after it; this was tried on scratch databases',
      fix:
        moved === undefined
          ? [
              `put one on top of the other, where no database has it yet: tidemark merge --rebase${last === undefined ? '' : ` ${last}`}`,
              'or merge them as they are: --allow TM330',
            ]
          : 'change the migration so that it can come last, or move the other branch: tidemark merge --rebase REF',
    },
    { exitCode: exitCodes.refused },
  )
}

/** Merging what one of them already stands on. */
export function alreadyBelow(graph: Graph, upper: string, lower: string): TidemarkError {
  return new TidemarkError({
    code: 'TM328',
    what: `${named(graph, upper)} already stands on ${named(graph, lower)}`,
    why: 'a merge joins branches that do not know of each other',
    fix: '`tidemark heads` shows what can be merged',
  })
}

export function tooFew(refs: readonly string[]): TidemarkError {
  return new TidemarkError({
    code: 'TM328',
    what: `${refs.join(' ')} is one revision`,
    why: 'a merge joins at least two',
    fix: 'name two or more, or none for all heads',
  })
}

/** A branch that a database has must keep its place; without a name none was left to choose. */
export function alreadyApplied(
  graph: Graph,
  held: readonly string[],
  database: string,
  isNamed: boolean,
): TidemarkError {
  const list = held.map((id) => named(graph, id)).join(', ')
  return new TidemarkError({
    code: 'TM329',
    what: isNamed
      ? `the branch cannot be moved: ${database} holds ${list}`
      : `${database} holds a part of every branch: ${list}`,
    why: 'only a branch that is nowhere applied can be put on top of another',
    fix: [...(isNamed ? ['name the other branch: tidemark merge --rebase REF'] : []), 'merge them: tidemark merge'],
  })
}

export function belowSeveral(graph: Graph, revision: string): TidemarkError {
  return new TidemarkError({
    code: 'TM329',
    subject: revision,
    what: `${named(graph, revision)} is below several heads`,
    why: 'moving it would move all of them',
    fix: 'name a revision of the branch that is to be moved: `tidemark heads` shows the last ones',
  })
}
