import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { textFlag } from '../flags.js'
import { shared } from '../options.js'

/** `tidemark adopt-drift`: what was done by hand becomes a migration. */
export const adoptDrift: CommandSpec = {
  name: 'adopt-drift',
  summary: 'write what was done to the database by hand as a migration',
  description:
    'Replays the applied migrations on a scratch database, and writes what the database holds beyond that as a migration that ' +
    'counts as applied here, so that every other database gets it too. With --revert the migration takes it back instead, and ' +
    'waits for tidemark up.',
  options: [
    { flags: '-m, --message <message>', description: 'what was done, in a few words' },
    { flags: '--revert', description: 'write the migration that takes it back' },
    { flags: '--dry-run', description: 'show the steps and write nothing' },
    shared.schema,
    shared.migrations,
    shared.scratchUrl,
    shared.allow,
    shared.config,
    shared.url,
    shared.json,
    shared.quiet,
  ],
  examples: [
    { command: 'tidemark adopt-drift -m "index from the incident"', does: 'keep it, everywhere' },
    { command: 'tidemark adopt-drift --revert && tidemark up', does: 'take it back' },
  ],
  async run({ flags, config, output }) {
    const [{ adoptDrift: adopt }, { presentAdopted }] = await Promise.all([
      import('../../drift/adopt.js'),
      import('../presenters/drift.js'),
    ])
    const revert = flags['revert'] === true
    const message = textFlag({ flags }, 'message') ?? (revert ? 'revert drift' : 'adopt drift')
    const options = { message, revert, dryRun: flags['dryRun'] === true }
    presentAdopted(await adopt(await config(), options, (text) => output.note(text)), options, output)
    return exitCodes.done
  },
}
