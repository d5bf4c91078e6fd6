import { readFile, writeFile } from 'node:fs/promises'
import { TidemarkError } from '../errors/error.js'
import { ancestors } from '../revisions/graph.js'
import { loadHistory, type History, type Revision } from '../revisions/load.js'
import { quote } from '../revisions/render.js'

/** A revision that stands on something else than before. */
export interface Moved {
  readonly revision: string
  readonly message: string
  readonly file: string
  readonly parents: readonly string[]
}

/** What a branch holds that the other heads do not stand on, oldest first. */
export function ownPart({ graph }: History, head: string, others: readonly string[]): readonly string[] {
  const [all, theirs] = [ancestors(graph, [head]), ancestors(graph, others)]
  return graph.order.filter((id) => all.has(id) && !theirs.has(id))
}

/**
 * Puts a branch on top of other heads: only `parents` of its first revisions changes.
 * @throws TidemarkError TM329 when a file says its parents in a way that cannot be rewritten; no file has changed then.
 */
export async function rebase(history: History, head: string, onto: readonly string[]): Promise<readonly Moved[]> {
  const own = new Set(ownPart(history, head, onto))
  const moved = [...own].flatMap((id): Moved[] => {
    const { revision, message, file, parents } = history.graph.nodes.get(id)!
    const inside = parents.filter((parent) => own.has(parent))
    if (inside.length === parents.length && parents.length > 0) return []
    return [{ revision, message, file, parents: inside.length > 0 ? inside : onto }]
  })
  const before = await Promise.all(moved.map(({ file }) => readFile(file, 'utf8')))
  const restore = (): Promise<unknown> => Promise.all(moved.map(({ file }, index) => writeFile(file, before[index]!)))
  await Promise.all(moved.map(({ file, parents }, index) => writeFile(file, withParents(before[index]!, parents))))
  try {
    const after = await loadHistory(history.folder)
    for (const item of moved) {
      const { graph } = after
      if (!isMoved(history.graph.nodes.get(item.revision)!, graph.nodes.get(item.revision), item))
        throw cannotRewrite(item)
    }
  } catch (error) {
    await restore()
    throw error
  }
  return moved
}

const withParents = (text: string, parents: readonly string[]): string =>
  text.replace(/\bparents:\s*\[[^\]]*\]/, () => `parents: [${parents.map(quote).join(', ')}]`)

const isMoved = (before: Revision, after: Revision | undefined, { parents }: Moved): boolean =>
  after !== undefined && after.checksum === before.checksum && after.parents.join(' ') === parents.join(' ')

function cannotRewrite({ revision, message, file, parents }: Moved): TidemarkError {
  return new TidemarkError({
    code: 'TM329',
    subject: revision,
    what: `\`parents\` of ${revision} (${message}) could not be rewritten; no file was changed`,
    why: 'it is not written as a list in the file',
    fix: `write it by hand: parents: [${parents.map(quote).join(', ')}]`,
    at: { file },
  })
}
