import { exitCodes } from '../../errors/error.js'
import type { Graph } from '../../revisions/graph.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'
import type { Output } from '../output.js'

/** `tidemark branches`: where the history forks. */
export const branches: CommandSpec = {
  name: 'branches',
  summary: 'show where the history forks, and where each branch leads',
  description: 'Shows every revision that several others stand on, with the heads of each. Looks at the files only.',
  options: [shared.migrations, shared.config, shared.json],
  examples: [{ command: 'tidemark branches', does: 'a fork and its branches, one line each' }],
  async run({ config, output }) {
    const { loadHistory } = await import('../../revisions/load.js')
    const { reach } = await import('../../revisions/graph.js')
    const { migrations, root } = await config()
    const { graph } = await loadHistory(migrations, { root })
    const roots = graph.order.filter((id) => graph.nodes.get(id)!.parents.length === 0)
    const fork = (id: string | null, next: readonly string[]): Fork => ({
      revision: id,
      message: id === null ? null : graph.nodes.get(id)!.message,
      branches: next.map((child) => {
        const above = reach([child], (at) => graph.children.get(at)!)
        const labels = [...graph.labels].flatMap(([label, at]) => (above.has(at) ? label : []))
        return { ...named(graph, child), labels, heads: graph.heads.filter((head) => above.has(head)) }
      }),
    })
    const forks = [fork(null, roots), ...graph.order.map((id) => fork(id, graph.children.get(id)!))]
    present(
      forks.filter((item) => item.branches.length > 1),
      output,
    )
    return exitCodes.done
  },
}

interface Branch {
  readonly revision: string
  readonly message: string
  /** Those of the revisions that stand on it too. */
  readonly labels: readonly string[]
  readonly heads: readonly string[]
}

interface Fork {
  /** Null for the state before the first revision. */
  readonly revision: string | null
  readonly message: string | null
  readonly branches: readonly Branch[]
}

const named = ({ nodes }: Graph, id: string): Pick<Branch, 'revision' | 'message'> => ({
  revision: id,
  message: nodes.get(id)!.message,
})

function present(forks: readonly Fork[], output: Output): void {
  if (output.json) return output.document(forks)
  if (forks.length === 0) return output.note('The history has no branches.')
  const { yellow, green, dim } = output.style
  for (const { revision, message, branches: list } of forks) {
    output.data(revision === null ? yellow('base') : `${yellow(revision)}  ${message}`)
    const widest = (key: 'revision' | 'message'): number => Math.max(...list.map((item) => item[key].length))
    const [ids, messages] = [widest('revision'), Math.min(60, widest('message'))]
    list.forEach((item, index) => {
      const line = dim(index === list.length - 1 ? '╰─' : '├─')
      const labels = item.labels.length === 0 ? '' : `  ${green(`(${item.labels.join(', ')})`)}`
      const heads = item.heads.map((head) => (head === item.revision ? 'head' : `→ ${head}`)).join(' ')
      output.data(`${line} ${yellow(item.revision.padEnd(ids))}  ${item.message.padEnd(messages)}  ${heads}${labels}`)
    })
  }
}
