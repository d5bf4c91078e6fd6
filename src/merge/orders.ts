import type { Snapshot } from '../catalog/snapshot.js'
import { connect } from '../database/connect.js'
import { diff } from '../diff/diff.js'
import { TidemarkError } from '../errors/error.js'
import { kinds } from '../kinds/index.js'
import { ancestors, tips } from '../revisions/graph.js'
import type { History } from '../revisions/load.js'
import { withScratchUrl } from '../runner/scratch-url.js'
import { ofHistory } from '../replay/of-history.js'
import { applyOn, readSnapshot } from '../replay/on-scratch.js'

/** What happens when branches are applied in one order and in the other. */
export interface Orders {
  /** Objects that more than one of the branches touches. */
  readonly shared: readonly string[]
  /** Objects that are another thing when another branch is applied first. */
  readonly differing: readonly string[]
  /** Branches that cannot be applied after others, and why. */
  readonly failing: readonly { readonly head: string; readonly after: readonly string[]; readonly why: string }[]
}

interface Applied {
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>
  readonly end?: Snapshot
  readonly failing?: Orders['failing'][number]
}

/**
 * Applies branches to scratch databases, once in the order that is given and once the other way round, and compares.
 * Each order has a server of its own unless there is a scratch server, since migrations may make roles.
 *
 * @throws TidemarkError when a branch cannot even be applied alone, or there is no scratch server.
 */
export async function tryOrders(
  history: History,
  heads: readonly string[],
  { scratchUrl }: { scratchUrl: string | undefined },
): Promise<Orders> {
  const apply = (order: readonly string[]): Promise<Applied> =>
    withScratchUrl(scratchUrl, (url) => applyInOrder(history, order, url))
  const results = [await apply(heads), await apply(heads.toReversed())]
  const [one, other] = results.map(({ end }) => end)
  return {
    shared: sharedBy(heads.map((head) => new Set(results.flatMap(({ touched }) => [...(touched.get(head) ?? [])])))),
    differing: one === undefined || other === undefined ? [] : changed(one, other),
    failing: results.flatMap(({ failing }) => failing ?? []),
  }
}

async function applyInOrder(history: History, order: readonly string[], url: string): Promise<Applied> {
  const { graph } = history
  const up = (head: string): Promise<void> => applyOn(url, history, ancestors(graph, [head]))
  const [first, ...others] = order.map((head) => ancestors(graph, [head]))
  const common = new Set([...first!].filter((id) => others.every((set) => set.has(id))))
  for (const id of tips(graph, common)) await up(id)
  const database = await connect(url, { max: 1 })
  try {
    const oursIn = ofHistory(history)
    const look = async (): Promise<Snapshot> => oursIn(await readSnapshot(database))
    const touched = new Map<string, ReadonlySet<string>>()
    let before = await look()
    for (const [index, head] of order.entries()) {
      try {
        await up(head)
      } catch (error) {
        if (index === 0 || !(error instanceof TidemarkError)) throw error
        const [{ what, why = '' }] = error.diagnostics as [TidemarkError['diagnostics'][0]]
        return { touched, failing: { head, after: order.slice(0, index), why: `${what}\n${why}`.trim() } }
      }
      const after = await look()
      touched.set(head, new Set(changed(before, after)))
      before = after
    }
    return { touched, end: before }
  } finally {
    await database.close()
  }
}

function changed(current: Snapshot, desired: Snapshot): readonly string[] {
  return diff(current, desired, kinds, { current, desired, roles: new Set(), user: '' }).map(({ id }) => id)
}

function sharedBy(sets: readonly ReadonlySet<string>[]): readonly string[] {
  const all = new Set(sets.flatMap((set) => [...set]))
  return [...all].filter((id) => sets.filter((set) => set.has(id)).length > 1).sort()
}
