import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark show`: one revision with its steps. */
export const show: CommandSpec = {
  name: 'show',
  summary: 'show a revision: its place, its state and its steps',
  args: [{ name: '<ref>', description: 'an id or its beginning, head, current, head-2, a part of the message' }],
  options: [shared.url, shared.migrations, shared.config, shared.json],
  examples: [
    { command: 'tidemark show head', does: 'the last revision' },
    { command: 'tidemark show "wider totals"', does: 'by its message' },
  ],
  async run({ args, config, output }) {
    const { readStateIfAny } = await import('../read-state.js')
    const { summarise } = await import('../presenters/history.js')
    const { presentRevision } = await import('../presenters/revision.js')
    const { resolveRevision } = await import('../../revisions/refs.js')
    const { state, database } = await readStateIfAny(await config(), output)
    const id = resolveRevision(args[0]!, {
      graph: state.graph,
      ...(database === undefined ? {} : { applied: state.applied }),
    })
    presentRevision(
      summarise(state, [id], database !== undefined)[0]!,
      state.graph.nodes.get(id)!.migration?.steps ?? [],
      output,
    )
    return exitCodes.done
  },
}
