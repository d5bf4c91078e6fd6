import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'
import { lockOptions, milliseconds, readyDatabase } from '../run-options.js'

/** `tidemark repair`: brings ledger and files in line. */
export const repair: CommandSpec = {
  name: 'repair',
  summary: 'show what is wrong between the files and the ledger, and mend the ledger',
  description:
    'Finds migrations that were edited, renamed or moved after they were applied, and records them as the files have them now; and ' +
    'those that have no file or are half applied, with what to do about them. The database itself is not touched. Without --yes ' +
    'and without a terminal it only shows, and ends with exit code 3 when something is wrong.',
  options: [...lockOptions, ...[shared.yes, shared.url, shared.migrations, shared.config, shared.json, shared.quiet]],
  examples: [
    { command: 'tidemark repair', does: 'what is wrong, and what would be done' },
    { command: 'tidemark repair --yes', does: 'do it' },
  ],
  async run(invocation) {
    const { config, output } = invocation
    const lockWait = milliseconds(invocation, 'lockWait', 'lock-wait')
    const [{ damages, repair: mend }, { readState }, { currentOrigin }, { confirmation }] = await Promise.all([
      import('../../runner/repair.js'),
      import('../read-state.js'),
      import('../../runner/origin.js'),
      import('../confirm.js'),
    ])
    const settings = await config()
    await readyDatabase(invocation)
    const { history, state, database, url } = await readState(settings, output)
    const found = damages(state)
    const mendable = found.filter(({ does }) => does !== undefined)
    if (!output.json) {
      for (const { kind, revision, message, does, advice } of found) {
        output.data(`${kind.padEnd(12)}  ${revision}  ${message}`)
        output.data(`              ${does ?? advice}`)
      }
    }
    const { ask } = confirmation(output)
    const agreed =
      mendable.length > 0 && (settings.yes || (await ask?.(`Record this in the ledger of ${database}?`)) === true)
    if (agreed) await mend({ url, history, lockWait, origin: currentOrigin(settings.migrations) })
    const left = found.length - (agreed ? mendable.length : 0)
    if (output.json) output.document({ database, repaired: agreed, damages: found })
    else if (found.length === 0) output.note(`Nothing is wrong with the ledger of ${database}.`)
    else if (agreed) output.note(`Recorded ${mendable.length} of ${found.length}; nothing was run.`)
    else if (mendable.length > 0) output.note('Nothing was changed; --yes records what is shown.')
    return left === 0 ? exitCodes.done : exitCodes.refused
  },
}
