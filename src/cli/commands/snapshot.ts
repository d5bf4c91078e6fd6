import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark snapshot`: a schema as a file. */
export const snapshot: CommandSpec = {
  name: 'snapshot',
  summary: 'print a schema as JSON, to compare with later',
  description:
    'Prints all objects of the database (or of another URL, a schema, a revision) as one JSON document, which tidemark diff reads. ' +
    'It holds no rows and no passwords.',
  args: [{ name: '[what]', description: 'a URL, a path, or a revision (default: the database)' }],
  options: [shared.url, shared.migrations, shared.scratchUrl, shared.config, shared.json, shared.quiet],
  examples: [
    { command: 'tidemark snapshot > before.json', does: 'keep what there is' },
    { command: 'tidemark diff before.json "$DATABASE_URL"', does: 'and see later what has changed' },
  ],
  async run({ args, config, output }) {
    const { snapshotOf } = await import('../../difference/difference.js')
    output.document(await snapshotOf(await config(), args[0], (text) => output.note(text)))
    return exitCodes.done
  },
}
