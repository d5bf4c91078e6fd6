import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { runOptions } from '../run-options.js'

/** `tidemark up`: applies pending revisions. */
export const up: CommandSpec = {
  name: 'up',
  summary: 'apply pending revisions',
  description:
    'Applies the revisions that the database does not hold yet, in the order of their ancestry, each in a transaction together ' +
    'with its entry in the ledger. A run that was interrupted goes on where it stopped.',
  args: [
    {
      name: '[ref]',
      description:
        'up to this revision (default: head); `heads` where there are several; `+2` for the next two; with --sql also a range a:b',
    },
  ],
  options: runOptions,
  examples: [
    { command: 'tidemark up', does: 'apply everything' },
    { command: 'tidemark up +1', does: 'apply the next revision only' },
    { command: 'tidemark up --dry-run', does: 'show what would be done' },
    { command: 'tidemark up --sql > release.sql', does: 'write a script for psql instead' },
  ],
  async run(invocation) {
    const { move } = await import('../move.js')
    await move('up', invocation)
    return exitCodes.done
  },
}
