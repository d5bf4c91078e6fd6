import { TidemarkError, exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

const actions = ['status', 'break'] as const

/** `tidemark lock`: who runs at the moment. */
export const lock: CommandSpec = {
  name: 'lock',
  summary: 'show who holds the lock of the database, or break it',
  description:
    'One run at a time works on a database. The lock goes by itself with the connection of the run that holds it; `break` is for a ' +
    'run whose process is gone while its connection is not. It ends that connection and the statement that was left behind.',
  args: [{ name: '[action]', description: `one of ${actions.join(', ')} (default: status)` }],
  options: [
    { flags: '--force', description: 'break the lock of a run whose process lives, or runs on another machine' },
    shared.url,
    shared.config,
    shared.json,
  ],
  examples: [
    { command: 'tidemark lock', does: 'who holds it, and since when' },
    { command: 'tidemark lock break', does: 'end the session of a run that died' },
  ],
  async run({ args, flags, config, output }) {
    const action = args[0] ?? 'status'
    if (!(actions as readonly string[]).includes(action)) {
      throw new TidemarkError({
        code: 'TM007',
        what: `lock has no action ${action}`,
        fix: `use one of ${actions.join(', ')}`,
      })
    }
    const { databaseUrl } = await import('../../database/open.js')
    const { reserve } = await import('../../runner/reserved.js')
    const { describeHolder, readHolder } = await import('../../runner/lock.js')
    const connection = await reserve(await databaseUrl(await config(), (text) => output.note(text)), 'tidemark')
    try {
      const holder = await readHolder(connection.ask)
      if (action === 'break' && holder !== undefined) {
        const { breakLock } = await import('../../runner/break-lock.js')
        await breakLock(connection.ask, holder, flags['force'] === true)
      }
      const broken = action === 'break' && holder !== undefined
      if (output.json) output.document({ held: holder !== undefined && !broken, broken, holder: holder ?? null })
      else if (holder === undefined) output.data('The lock is free.')
      else output.data(`${broken ? 'Broken; it was held by' : 'Held by'} ${describeHolder(holder)}.`)
      return exitCodes.done
    } finally {
      await connection.close()
    }
  },
}
