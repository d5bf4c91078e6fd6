import { exitCodes, TidemarkError } from '../../errors/error.js'
import { toolNames, type ToolName } from '../../adopt/tools.js'
import type { CommandSpec } from '../command.js'
import { textFlag } from '../flags.js'
import { shared } from '../options.js'
import { lockOptions, milliseconds, readyDatabase } from '../run-options.js'

/** `tidemark adopt`: goes on where another tool stopped. */
export const adopt: CommandSpec = {
  name: 'adopt',
  summary: 'take over a database from another migration tool',
  description:
    'Reads the ledger that another tool wrote into the database and stamps the revisions that it means: those that have the id of ' +
    'its migrations, or their name as message; with --at the one that you say. Nothing is run, and the other ledger stays as it is.',
  options: [
    { flags: '--from <tool>', description: 'who wrote it', choices: toolNames },
    {
      flags: '--at <ref>',
      description: 'the revision that the database is at, such as the one that pull and autogenerate began with',
    },
    { flags: '--journal <file>', description: "Drizzle's meta/_journal.json, which has the names of its migrations" },
    { flags: '--verify', description: 'refuse unless the revisions give exactly what the database holds' },
    { flags: '--dry-run', description: 'show what would be stamped' },
    ...lockOptions,
    ...[shared.scratchUrl, shared.url, shared.migrations, shared.config, shared.json, shared.quiet],
  ],
  examples: [
    { command: 'tidemark adopt --from alembic', does: 'the revisions have the ids that Alembic gave them' },
    { command: 'tidemark adopt --from knex --at head', does: 'one first revision stands for all that Knex did' },
  ],
  async run(invocation) {
    const { flags, config, output } = invocation
    const tool = textFlag(invocation, 'from') as ToolName | undefined
    if (tool === undefined) {
      throw new TidemarkError({
        code: 'TM007',
        what: 'adopt needs to know which tool wrote the ledger',
        fix: `add --from with one of ${toolNames.join(', ')}`,
      })
    }
    const [
      { isOfForeign, readForeign, revisionsOf },
      { loadHistory },
      { reserve },
      { stamp },
      { currentOrigin },
      { databaseName },
    ] = await Promise.all([
      import('../../adopt/adopt.js'),
      import('../../revisions/load.js'),
      import('../../runner/reserved.js'),
      import('../../runner/stamp.js'),
      import('../../runner/origin.js'),
      import('../../database/url.js'),
    ])
    const settings = await config()
    const lockWait = milliseconds(invocation, 'lockWait', 'lock-wait')
    const [history, url] = await Promise.all([loadHistory(settings.migrations), readyDatabase(invocation)])
    const connection = await reserve(url, 'tidemark')
    const journal = textFlag(invocation, 'journal')
    const foreign = await reading(connection, () =>
      readForeign(tool, connection.ask, journal === undefined ? {} : { journal }),
    )
    const at = textFlag(invocation, 'at')
    const refs = at === undefined ? revisionsOf(foreign, history) : [at]
    const origin = currentOrigin(settings.migrations)
    const dry = flags['dryRun'] === true
    const before = async (target: readonly string[]): Promise<void> => {
      const { refuseDeviation } = await import('../refuse-deviation.js')
      await refuseDeviation(target, { history, url, scratchUrl: settings.scratchUrl }, output, (id) =>
        isOfForeign(foreign, id),
      )
    }
    const because = { tool, table: foreign.table, migrations: foreign.applied }
    const result = dry
      ? undefined
      : await stamp({
          ...{ url, history, refs: refs.length === 0 ? ['base'] : refs, origin, lockWait, because },
          ...(flags['verify'] === true ? { before } : {}),
        })
    if (output.json)
      output.document({ database: databaseName(url), ...because, dryRun: dry, revisions: refs, ...result })
    else {
      output.note(`${tool} applied ${foreign.applied.length} migrations (${foreign.table}).`)
      for (const id of result?.added ?? refs)
        output.note(
          `${dry ? 'would stamp' : 'stamped'}  ${id}  ${history.graph.nodes.get(id)?.message ?? ''}`.trimEnd(),
        )
      if (result !== undefined)
        output.note(`${databaseName(url)} is at ${result.current.join(', ') || 'base'}; nothing was run.`)
    }
    return exitCodes.done
  },
}

async function reading<T>(connection: { close(): Promise<void> }, use: () => Promise<T>): Promise<T> {
  try {
    return await use()
  } finally {
    await connection.close()
  }
}
