import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark current`: where a database is. */
export const current: CommandSpec = {
  name: 'current',
  summary: 'show the revision that the database is at',
  description: 'Shows the last revision that the database holds, or several where branches were applied. Reads only.',
  options: [
    { flags: '-v, --verbose', description: 'show all that is known of each revision' },
    { flags: '--check-heads', description: 'exit with code 4 when the database is not at all heads' },
    ...[shared.url, shared.migrations, shared.config, shared.json],
  ],
  examples: [
    { command: 'tidemark current --json', does: 'for machines: a list of revisions' },
    { command: 'tidemark current --check-heads', does: 'exit 0 when every migration is applied' },
  ],
  async run({ flags, config, output }) {
    const { readState } = await import('../read-state.js')
    const { summarise, presentRevisions } = await import('../presenters/history.js')
    const { tips } = await import('../../revisions/graph.js')
    const { state, database } = await readState(await config(), output)
    const summaries = summarise(state, tips(state.graph, state.applied), true)
    presentRevisions(summaries, `${database} holds no revision.`, output, flags['verbose'] === true)
    for (const id of [...state.touched].filter((item) => !state.applied.has(item))) {
      const named = `${id} (${state.graph.nodes.get(id)?.message ?? 'no file'})`
      output.note(`${named} is half applied: tidemark up finishes it, tidemark down takes it back`)
    }
    const behind = state.graph.order.filter((id) => !state.applied.has(id))
    if (flags['checkHeads'] !== true || behind.length === 0) return exitCodes.done
    output.note(`${database} lacks ${behind.length === 1 ? behind[0]! : `${behind.length} revisions`}: tidemark up`)
    return exitCodes.pending
  },
}
