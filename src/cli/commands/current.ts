import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark current`: where a database is. */
export const current: CommandSpec = {
  name: 'current',
  summary: 'show the revision that the database is at',
  description: 'Shows the last revision that the database holds, or several where branches were applied. Reads only.',
  options: [shared.url, shared.migrations, shared.config, shared.json],
  examples: [{ command: 'tidemark current --json', does: 'for machines: a list of revisions' }],
  async run({ config, output }) {
    const { readState } = await import('../read-state.js')
    const { summarise, presentRevisions } = await import('../presenters/history.js')
    const { tips } = await import('../../revisions/graph.js')
    const { state, database } = await readState(await config(), output)
    presentRevisions(summarise(state, tips(state.graph, state.applied), true), `${database} holds no revision.`, output)
    return exitCodes.done
  },
}
