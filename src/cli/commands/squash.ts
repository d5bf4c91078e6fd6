import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { textFlag } from '../flags.js'
import { shared } from '../options.js'

/** `tidemark squash`: one migration in the place of many. */
export const squash: CommandSpec = {
  name: 'squash',
  summary: 'write one migration that stands for many',
  description:
    'Writes one migration with all steps of a range, which `replaces` them. An empty database runs it alone; one that holds all of the ' +
    'range counts as having it, which the next `up` records without running anything; one that stands in the middle is brought on with ' +
    'the old files, which stay until you delete them. Looks at the files only.',
  args: [{ name: '<range>', description: 'a range a:b, without a itself; or one revision with all that it stands on' }],
  options: [
    { flags: '-m, --message <message>', description: 'the message (default: made from the first and the last)' },
    { flags: '--rev-id <id>', description: 'its id (default: twelve digits at random)' },
    ...[shared.migrations, shared.config, shared.json],
  ],
  examples: [
    { command: 'tidemark squash base:head', does: 'everything becomes one migration' },
    { command: 'tidemark squash v1.0:v2.0 -m "what version 2 brought"', does: 'what came after v1.0, v2.0 included' },
  ],
  async run(invocation) {
    const { args, config, output } = invocation
    const [{ squash: write }, { relative }] = await Promise.all([import('../../squash/squash.js'), import('node:path')])
    const settings = await config()
    const wish = { message: textFlag(invocation, 'message'), revision: textFlag(invocation, 'revId') }
    const written = await write(settings, args[0]!, wish)
    if (output.json) output.document(written)
    else {
      const shown = (file: string): string => relative(settings.root, file)
      output.note(`Wrote ${shown(written.file)}, which replaces:`)
      for (const { revision, message, file } of written.replaced) output.data(`${revision}  ${message}  ${shown(file)}`)
      output.note('Next: tidemark up. Delete these files when no database stands between them any more.')
    }
    return exitCodes.done
  },
}
