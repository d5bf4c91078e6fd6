import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark heads`: the last revisions of the files. */
export const heads: CommandSpec = {
  name: 'heads',
  summary: 'show the last revision of the migration files, or several',
  description: 'Shows the revisions that no other one stands on. Looks at the files only.',
  options: [
    { flags: '-v, --verbose', description: 'show all that is known of each revision' },
    { flags: '--resolve-dependencies', description: 'leave out those that another revision depends on' },
    ...[shared.migrations, shared.config, shared.json],
  ],
  examples: [{ command: 'tidemark heads', does: 'one line a head' }],
  async run({ flags, config, output }) {
    const { loadHistory } = await import('../../revisions/load.js')
    const { stateOf } = await import('../../runner/route.js')
    const { summarise, presentRevisions } = await import('../presenters/history.js')
    const { migrations, root } = await config()
    const files = await loadHistory(migrations, { root })
    const state = stateOf(files, { version: new Set(), rows: new Map() })
    const { dependents } = state.graph
    const isLast = (id: string): boolean => flags['resolveDependencies'] !== true || dependents.get(id)!.length === 0
    const summaries = summarise(state, state.graph.heads.filter(isLast), false)
    presentRevisions(summaries, 'There are no revisions.', output, flags['verbose'] === true)
    return exitCodes.done
  },
}
