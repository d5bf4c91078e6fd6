import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'
import type { RevisionSummary } from '../presenters/history.js'

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
  options: [
    { flags: '-v, --verbose', description: 'show all that is known of each revision' },
    { flags: '-i, --indicate-current', description: 'fail where there is no database to ask what is current' },
    {
      flags: '--format <format>',
      description: 'a text, or the source of a picture',
      choices: ['text', 'mermaid', 'dot', 'svg'],
      default: 'text',
    },
    ...[shared.url, shared.migrations, shared.config, shared.json],
  ],
  examples: [
    { command: 'tidemark history', does: 'everything' },
    { command: 'tidemark history current:head', does: 'what `up` would apply' },
    { command: 'tidemark history -3:current --verbose', does: 'the last three that were applied' },
    { command: 'tidemark history --format svg > history.svg', does: 'a picture' },
    { command: 'tidemark history --json', does: 'for machines, oldest first' },
  ],
  async run({ args, flags, config, output }) {
    const [{ readState, readStateIfAny }, { summarise, presentHistory }, { resolveRange, resolveRef }, { ancestors }] =
      await Promise.all([
        import('../read-state.js'),
        import('../presenters/history.js'),
        import('../../revisions/refs.js'),
        import('../../revisions/graph.js'),
      ])
    const read = flags['indicateCurrent'] === true ? readState : readStateIfAny
    const { state, database } = await read(await config(), output)
    const context = { graph: state.graph, ...(database === undefined ? {} : { applied: state.applied }) }
    const text = args[0] ?? ':heads'
    const { from, to } = resolveRange(text, context) ?? { from: [], to: resolveRef(text, context) }
    const [without, wanted] = [ancestors(state.graph, from), ancestors(state.graph, to)]
    const ids = state.graph.order.filter((id) => wanted.has(id) && !without.has(id))
    const summaries = summarise(state, ids, database !== undefined)
    const picture = output.json ? undefined : pictures[flags['format'] as string]
    if (picture !== undefined) output.data((await picture())(summaries))
    else presentHistory(summaries, output, flags['verbose'] === true)
    if (ids.length === 0 && !output.json) output.note('No revisions.')
    return exitCodes.done
  },
}

const pictures: Readonly<Record<string, () => Promise<(summaries: readonly RevisionSummary[]) => string>>> = {
  mermaid: async () => (await import('../presenters/pictures/mermaid.js')).mermaid,
  dot: async () => (await import('../presenters/pictures/dot.js')).dot,
  svg: async () => (await import('../presenters/pictures/svg.js')).svg,
}
