import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark show`: one revision with its steps. */
export const show: CommandSpec = {
  name: 'show',
  summary: 'show a revision: its place, its state and its steps',
  args: [
    {
      name: '<refs...>',
      description: 'an id or its beginning, a tag, head, current, head-2, cart@head, a part of the message; several',
    },
  ],
  options: [shared.url, shared.migrations, shared.config, shared.json],
  examples: [
    { command: 'tidemark show head', does: 'the last revision' },
    { command: 'tidemark show "wider totals"', does: 'by its message' },
    { command: 'tidemark show heads --json', does: 'a document of one, a list of several' },
  ],
  async run({ args, config, output }) {
    const { readStateIfAny } = await import('../read-state.js')
    const { summarise } = await import('../presenters/history.js')
    const { presentShown } = await import('../presenters/revision.js')
    const { resolveRef, resolveRevision } = await import('../../revisions/refs.js')
    const { state, database } = await readStateIfAny(await config(), output)
    const { graph } = state
    const context = { graph, ...(database === undefined ? {} : { applied: state.applied }) }
    // A reference to several is fine here, one to none is not.
    const found = args.flatMap((ref) => {
      const ids = resolveRef(ref, context)
      return ids.length === 0 ? [resolveRevision(ref, context)] : ids
    })
    const shown = summarise(state, [...new Set(found)], database !== undefined).map((summary) => ({
      summary,
      steps: graph.nodes.get(summary.revision)!.migration?.steps ?? [],
      children: graph.children.get(summary.revision)!,
    }))
    presentShown(shown, output)
    return exitCodes.done
  },
}
