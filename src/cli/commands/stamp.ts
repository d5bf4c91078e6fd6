import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'
import { lockOptions, milliseconds, readyDatabase } from '../run-options.js'

/** `tidemark stamp`: writes the ledger without running anything. */
export const stamp: CommandSpec = {
  name: 'stamp',
  summary: 'record revisions as applied without running them',
  description:
    'Records that the database is at these revisions: they and all that they stand on count as applied, and nothing else does. ' +
    'For a database that was made by other means, or repaired by hand.',
  args: [{ name: '<refs...>', description: 'a revision; several where branches were applied; `base` for none' }],
  options: [...lockOptions, shared.url, shared.migrations, shared.config, shared.json, shared.quiet],
  examples: [
    { command: 'tidemark stamp head', does: 'the database holds everything already' },
    { command: 'tidemark stamp base', does: 'it holds nothing' },
  ],
  async run(invocation) {
    const { args, config, output } = invocation
    const lockWait = milliseconds(invocation, 'lockWait', 'lock-wait')
    const [{ stamp: record }, { loadHistory }, { databaseName }, { currentOrigin }] = await Promise.all([
      import('../../runner/stamp.js'),
      import('../../revisions/load.js'),
      import('../../database/url.js'),
      import('../../runner/origin.js'),
    ])
    const settings = await config()
    const [history, url] = await Promise.all([loadHistory(settings.migrations), readyDatabase(invocation)])
    const result = await record({ url, history, refs: args, origin: currentOrigin(settings.migrations), lockWait })
    if (output.json) output.document({ database: databaseName(url), ...result })
    else {
      for (const id of result.removed) output.note(`unstamped ${id}`)
      for (const id of result.added) output.note(`stamped   ${id}  ${history.graph.nodes.get(id)?.message ?? ''}`)
      output.note(
        `${databaseName(url)} is at ${result.current.length === 0 ? 'base' : result.current.join(', ')}; nothing was run.`,
      )
    }
    return exitCodes.done
  },
}
