import { TidemarkError } from '../errors/error.js'
import type { Invocation, OptionSpec } from './command.js'
import { shared } from './options.js'

const lockWait: OptionSpec = {
  flags: '--lock-wait <seconds>',
  description: 'how long to wait while another run holds the lock of the database',
  default: '60',
}

const waitForDb: OptionSpec = {
  flags: '--wait-for-db <seconds>',
  description: 'how long to wait for a server that does not take connections yet',
  default: '0',
}

/** Flags of the commands that change a database under its lock. */
export const lockOptions: readonly OptionSpec[] = [lockWait, waitForDb]

/** Flags of `up` and `down`. */
export const runOptions: readonly OptionSpec[] = [
  { flags: '--sql', description: 'print a script for psql, ledger included, instead of running anything' },
  {
    flags: '--dry-run',
    description:
      'read the state of the database and show what would be done: transactions, statements, and which locks they take on ' +
      'tables of which size, as seen on a scratch database',
  },
  {
    flags: '--lock-timeout <seconds>',
    description: 'how long a statement may wait for a lock, with other queries queueing behind it; 0 waits without end',
    default: '5',
  },
  {
    flags: '--lock-attempts <number>',
    description: 'how often a migration is tried when it cannot get a lock',
    default: '8',
  },
  {
    flags: '--statement-timeout <seconds>',
    description: 'how long a statement inside a transaction may take; 0 leaves it to the settings of the database',
    default: '0',
  },
  ...lockOptions,
  shared.url,
  shared.migrations,
  shared.scratchUrl,
  shared.config,
  shared.allow,
  shared.json,
  shared.quiet,
]

/**
 * A flag that is a number of seconds, in milliseconds.
 * @throws TidemarkError TM007
 */
export function milliseconds({ flags }: Invocation, flag: string, dashed: string): number {
  const text = String(flags[flag])
  const seconds = /^\d+(\.\d+)?s?$/.test(text) ? Number.parseFloat(text) : Number.NaN
  if (seconds >= 0) return Math.round(seconds * 1000)
  throw new TidemarkError({
    code: 'TM007',
    what: `--${dashed} ${text} is not a number of seconds`,
    fix: `write for example --${dashed} 2.5`,
  })
}

/** @throws TidemarkError TM007 */
export function count({ flags }: Invocation, flag: string, dashed: string): number {
  const value = Number(flags[flag])
  if (Number.isInteger(value) && value > 0) return value
  throw new TidemarkError({
    code: 'TM007',
    what: `--${dashed} ${String(flags[flag])} is not a number from 1`,
    fix: `write for example --${dashed} 3`,
  })
}

/** The connection string of the database, which takes connections, or was waited for as long as the flag says. */
export async function readyDatabase(invocation: Invocation): Promise<string> {
  const { output } = invocation
  const note = (text: string): void => output.note(text)
  const wait = milliseconds(invocation, 'waitForDb', 'wait-for-db')
  const { databaseUrl } = await import('../database/open.js')
  const url = await databaseUrl(await invocation.config(), note)
  if (wait > 0) {
    const { waitForDatabase } = await import('../database/wait-for.js')
    await waitForDatabase(url, wait, note)
  }
  return url
}
