import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark history`: the revisions and which of them a database holds. */
export const history: CommandSpec = {
  name: 'history',
  summary: 'draw the revisions, and which of them the database holds',
  description:
    'Draws the graph of the revisions, newest first: ● applied, ◐ half applied, ○ pending, with who applied it and when. ' +
    'Reads only; without a database it shows the files.',
  args: [
    {
      name: '[range]',
      description: 'a range a:b, without a itself; or one revision with all that it stands on (default: everything)',
    },
  ],
  options: [shared.url, shared.migrations, shared.config, shared.json],
  examples: [
    { command: 'tidemark history', does: 'everything' },
    { command: 'tidemark history current:head', does: 'what `up` would apply' },
    { command: 'tidemark history --json', does: 'for machines, oldest first' },
  ],
  async run({ args, config, output }) {
    const [{ readStateIfAny }, { summarise, presentHistory }, { resolveRange, resolveRef }, { ancestors }] =
      await Promise.all([
        import('../read-state.js'),
        import('../presenters/history.js'),
        import('../../revisions/refs.js'),
        import('../../revisions/graph.js'),
      ])
    const { state, database } = await readStateIfAny(await config(), output)
    const context = { graph: state.graph, applied: state.applied }
    const text = args[0] ?? ':heads'
    const { from, to } = resolveRange(text, context) ?? { from: [], to: resolveRef(text, context) }
    const [without, wanted] = [ancestors(state.graph, from), ancestors(state.graph, to)]
    const ids = state.graph.order.filter((id) => wanted.has(id) && !without.has(id))
    presentHistory(summarise(state, ids, database !== undefined), output)
    if (ids.length === 0 && !output.json) output.note('No revisions.')
    return exitCodes.done
  },
}
