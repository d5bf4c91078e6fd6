import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { runOptions } from '../run-options.js'

/** `tidemark down`: takes revisions back. */
export const down: CommandSpec = {
  name: 'down',
  summary: 'take revisions back',
  description:
    'Takes back the last revision, or all revisions above the one that is named, newest first. A revision whose file is gone or ' +
    'was edited is taken back as the ledger of the database says.',
  args: [
    {
      name: '[ref]',
      description:
        'down to this revision, which stays (default: -1, the last one goes); `base` for all; with --sql also a range a:b',
    },
  ],
  options: runOptions,
  examples: [
    { command: 'tidemark down', does: 'take the last revision back' },
    { command: 'tidemark down -2', does: 'the last two' },
    { command: 'tidemark down 3f9c2a', does: 'everything above revision 3f9c2a…' },
    { command: 'tidemark down base', does: 'all of them' },
  ],
  async run(invocation) {
    const { move } = await import('../move.js')
    await move('down', invocation)
    return exitCodes.done
  },
}
