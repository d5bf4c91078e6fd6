import { exitCodes } from '../../errors/error.js'
import type { CommandSpec, Invocation } from '../command.js'
import { shared } from '../options.js'
import { lockOptions, milliseconds, readyDatabase } from '../run-options.js'

/** `tidemark stamp`: writes the ledger without running anything. */
export const stamp: CommandSpec = {
  name: 'stamp',
  summary: 'record revisions as applied without running them',
  description:
    'Records that the database is at these revisions: they and all that they stand on count as applied, and nothing else does. ' +
    'For a database that was made by other means, or repaired by hand. With --verify the revisions are applied to a scratch ' +
    'database first, and a live database that holds anything else is refused (exit code 3).',
  args: [{ name: '<refs...>', description: 'a revision; several where branches were applied; `base` for none' }],
  options: [
    { flags: '--verify', description: 'refuse unless the revisions give exactly what the database holds' },
    { flags: '--purge', description: 'forget what the ledger says first: edited files count as they are now' },
    { flags: '--sql', description: 'print a script for psql, which stamps any database, instead of doing anything' },
    ...lockOptions,
    ...[shared.scratchUrl, shared.url, shared.migrations, shared.config, shared.json, shared.quiet],
  ],
  examples: [
    { command: 'tidemark stamp head', does: 'the database holds everything already' },
    { command: 'tidemark stamp head --verify', does: 'only if that is true' },
    { command: 'tidemark stamp base', does: 'it holds nothing' },
  ],
  async run(invocation) {
    const { args, flags, config, output } = invocation
    const lockWait = milliseconds(invocation, 'lockWait', 'lock-wait')
    const [{ stamp: record }, { loadHistory }, { databaseName }, { currentOrigin }] = await Promise.all([
      import('../../runner/stamp.js'),
      import('../../revisions/load.js'),
      import('../../database/url.js'),
      import('../../runner/origin.js'),
    ])
    const settings = await config()
    if (flags['sql'] === true) return printScript(invocation)
    const [history, url] = await Promise.all([loadHistory(settings.migrations), readyDatabase(invocation)])
    const origin = currentOrigin(settings.migrations)
    const before = async (target: readonly string[]): Promise<void> => {
      const { refuseDeviation } = await import('../refuse-deviation.js')
      await refuseDeviation(target, { history, url, scratchUrl: settings.scratchUrl }, output)
    }
    const result = await record({
      ...{ url, history, refs: args, origin, lockWait, purge: flags['purge'] === true },
      ...(flags['verify'] === true ? { before } : {}),
    })
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

/** The database is not asked: the script is right whatever it holds. */
async function printScript({ args, config, output }: Invocation): Promise<typeof exitCodes.done> {
  const [
    { stampStatements },
    { loadHistory },
    { currentOrigin },
    { ledgerStatements },
    { scriptOfTransaction },
    { presentScript },
  ] = await Promise.all([
    import('../../runner/stamp.js'),
    import('../../revisions/load.js'),
    import('../../runner/origin.js'),
    import('../../runner/ledger-schema.js'),
    import('../../runner/script.js'),
    import('../presenters/run-result.js'),
  ])
  const { migrations } = await config()
  const history = await loadHistory(migrations)
  const origin = currentOrigin(migrations)
  const ledger = await ledgerStatements({ version: new Set(), rows: new Map() }, origin)
  const title = `tidemark stamp --sql ${args.join(' ')}, by tidemark ${origin.toolVersion}`
  presentScript(scriptOfTransaction(title, [...ledger, ...stampStatements(history, args, origin)]), output)
  return exitCodes.done
}
