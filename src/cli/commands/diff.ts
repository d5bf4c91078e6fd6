import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark diff`: two schemas, wherever they are. */
export const diff: CommandSpec = {
  name: 'diff',
  summary: 'compare two schemas: databases, declarations, revisions, snapshot files',
  description:
    'Shows what has to change so that the first becomes the second. Each is a connection string, a schema file or folder, a ' +
    'revision (replayed on a scratch database), or a file that tidemark snapshot wrote. Exit code 0 when they are the same, else 12.',
  args: [
    { name: '<from>', description: 'a URL, a path, or a reference such as head or 3f9c' },
    { name: '<to>', description: 'the same' },
  ],
  options: [shared.migrations, shared.scratchUrl, shared.config, shared.url, shared.json, shared.quiet],
  examples: [
    { command: 'tidemark diff "$STAGING" "$PRODUCTION"', does: 'two databases' },
    { command: 'tidemark diff head schema', does: 'what nobody has generated yet' },
    { command: 'tidemark diff v1.4 "$DATABASE_URL"', does: 'what a database holds beyond a release' },
  ],
  async run({ args, config, output }) {
    const [from, to] = args
    if (from === undefined || to === undefined)
      throw new TidemarkError({ code: 'TM007', what: 'diff compares two', fix: 'tidemark diff FROM TO' })
    const [{ difference }, { presentDifference }] = await Promise.all([
      import('../../difference/difference.js'),
      import('../presenters/difference.js'),
    ])
    const changes = await difference(await config(), from, to, (text) => output.note(text))
    presentDifference(changes, from, to, output)
    return changes.length === 0 ? exitCodes.done : exitCodes.different
  },
}
