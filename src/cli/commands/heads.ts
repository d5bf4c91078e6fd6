import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark heads`: the last revisions of the files. */
export const heads: CommandSpec = {
  name: 'heads',
  summary: 'show the last revision of the migration files, or several',
  description: 'Shows the revisions that no other one stands on. Looks at the files only.',
  options: [shared.migrations, shared.config, shared.json],
  examples: [{ command: 'tidemark heads', does: 'one line a head' }],
  async run({ config, output }) {
    const { loadHistory } = await import('../../revisions/load.js')
    const { stateOf } = await import('../../runner/route.js')
    const { summarise, presentRevisions } = await import('../presenters/history.js')
    const files = await loadHistory((await config()).migrations)
    const state = stateOf(files, { version: new Set(), rows: new Map() })
    presentRevisions(summarise(state, state.graph.heads, false), 'There are no revisions.', output)
    return exitCodes.done
  },
}
