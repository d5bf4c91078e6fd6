import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { textFlag } from '../flags.js'
import { shared } from '../options.js'

/** `tidemark baseline`: a history begins at what a database holds. */
export const baseline: CommandSpec = {
  name: 'baseline',
  summary: 'begin the history of a database that exists',
  description:
    'Writes a first migration that builds what the database holds, proves on a scratch database that it does, and records it as ' +
    'applied here without running it. Every other database is then made by it. Changes nothing but the ledger. For a database that ' +
    'another tool migrated, tidemark adopt may keep the history.',
  options: [
    { flags: '-m, --message <message>', description: 'the message (default: baseline)' },
    { flags: '--dry-run', description: 'show the steps and write nothing' },
    { flags: '--no-verify', description: 'record it without trying it on a scratch database' },
    shared.migrations,
    shared.scratchUrl,
    shared.config,
    shared.url,
    shared.json,
    shared.quiet,
  ],
  examples: [
    { command: 'tidemark pull && tidemark baseline', does: 'declarations, and the history from here on' },
    { command: 'tidemark baseline --dry-run', does: 'the SQL that would build this database' },
  ],
  async run({ flags, config, output }) {
    const [{ baseline: begin }, { presentBaseline }, { databaseUrl }, { refuseDeviation }] = await Promise.all([
      import('../../drift/baseline.js'),
      import('../presenters/drift.js'),
      import('../../database/open.js'),
      import('../refuse-deviation.js'),
    ])
    const settings = await config()
    const before: Parameters<typeof begin>[1]['before'] = async (target, history) =>
      refuseDeviation(target, { history, url: await databaseUrl(settings), scratchUrl: settings.scratchUrl }, output)
    const result = await begin(
      settings,
      {
        message: textFlag({ flags }, 'message') ?? 'baseline',
        dryRun: flags['dryRun'] === true,
        ...(flags['verify'] === false ? {} : { before }),
      },
      (text) => output.note(text),
    )
    presentBaseline(result, output)
    return exitCodes.done
  },
}
