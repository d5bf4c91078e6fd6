import { exitCodes, TidemarkError, type ExitCode } from '../../errors/error.js'
import type { PartitionScope } from '../../partitions/plan.js'
import type { Maintaining } from '../../partitions/plans.js'
import type { CommandSpec, Invocation } from '../command.js'
import { shared } from '../options.js'
import { count, milliseconds, runOptions } from '../run-options.js'

const actions = {
  status: (invocation: Invocation) => status(invocation),
  plan: (invocation: Invocation) => plan(invocation),
  maintain: (invocation: Invocation) => carryOut('maintain', invocation),
  repair: (invocation: Invocation) => carryOut('repair', invocation),
  archive: (invocation: Invocation) => carryOut('archive', invocation),
  restore: (invocation: Invocation) => restore(invocation),
  schedule: (invocation: Invocation) => schedule(invocation),
} as const

/** `tidemark partitions`: the life of partitions that policies own. */
export const partitions: CommandSpec = {
  name: 'partitions',
  summary: 'show and maintain the partitions of tables with a policy',
  description:
    'status shows the partitions of each table. maintain makes those that are missing, moves rows out of the default partition, ' +
    'finishes what was interrupted, and lets go of what has expired; plan shows what it would do. repair does the same but lets ' +
    'nothing go, and builds indexes that some partition lacks. archive only writes what has expired to its archive, restore brings a ' +
    'partition back from there. schedule writes a migration that has the database maintain itself.',
  args: [
    { name: '[action]', description: `one of ${Object.keys(actions).join(', ')} (default: status)` },
    { name: '[partition]', description: 'for restore, and for archive of one that was restored' },
  ],
  options: [
    { flags: '--table <name>', description: 'only this table' },
    { flags: '--at <time>', description: 'as if it were this time, in ISO 8601' },
    {
      flags: '--format <format>',
      description: 'how status is written',
      choices: ['text', 'json', 'prometheus'],
      default: 'text',
    },
    { flags: '--dry-run', description: 'show what would be done' },
    { flags: '--pg-cron', description: 'for schedule: as a job inside the database' },
    { flags: '--cron <times>', description: 'for schedule: when it runs', default: '*/15 * * * *' },
    ...runOptions.filter(({ flags }) => flags.startsWith('--lock')),
    shared.url,
    shared.config,
    shared.json,
    shared.quiet,
  ],
  examples: [
    { command: 'tidemark partitions', does: 'a chart for each table' },
    { command: 'tidemark partitions maintain', does: 'what cron runs; does nothing where nothing is due' },
    { command: 'tidemark partitions plan --at 2027-01-01', does: 'what would be done then' },
    { command: 'tidemark partitions status --format prometheus', does: 'for a node exporter' },
  ],
  async run(invocation) {
    const action = invocation.args[0] ?? 'status'
    if (!Object.hasOwn(actions, action)) {
      throw new TidemarkError({
        code: 'TM007',
        what: `partitions has no action ${action}`,
        fix: `use one of ${Object.keys(actions).join(', ')}`,
      })
    }
    return await actions[action as keyof typeof actions](invocation)
  },
}

function scopeOf({ flags }: Invocation): PartitionScope {
  const { at, table } = flags as { at?: string; table?: string }
  if (at !== undefined && Number.isNaN(Date.parse(at)))
    throw new TidemarkError({
      code: 'TM007',
      what: `--at ${at} is not a time`,
      fix: 'write for example --at 2027-01-01T00:00Z',
    })
  return { ...(at !== undefined && { at: new Date(at).toISOString() }), ...(table !== undefined && { table }) }
}

async function status(invocation: Invocation): Promise<ExitCode> {
  const { flags, output } = invocation
  const { readStatus } = await import('../../partitions/status.js')
  const scope = scopeOf(invocation)
  const statuses = await reading(invocation, (ask) => readStatus(ask, scope))
  if (flags['format'] === 'prometheus') {
    const { prometheus } = await import('../../partitions/prometheus.js')
    output.data(prometheus(statuses))
  } else if (output.json || flags['format'] === 'json') output.document({ tables: statuses })
  else {
    const { presentStatus } = await import('../presenters/partitions.js')
    presentStatus(statuses, output)
  }
  return exitCodes.done
}

async function plan(invocation: Invocation): Promise<ExitCode> {
  const { readPlan } = await import('../../partitions/plan.js')
  const { presentPlan } = await import('../presenters/partitions.js')
  const scope = scopeOf(invocation)
  presentPlan(await reading(invocation, (ask) => readPlan(ask, scope)), invocation.output)
  return exitCodes.done
}

async function carryOut(action: Maintaining, invocation: Invocation): Promise<ExitCode> {
  const { output, flags } = invocation
  const { planOf } = await import('../../partitions/plans.js')
  const { describeAction, presentMaintenance, presentPlan } = await import('../presenters/partitions.js')
  const scope = scopeOf(invocation)
  if (flags['dryRun'] === true) {
    presentPlan(await reading(invocation, (ask) => planOf(action, ask, scope)), output)
    return exitCodes.done
  }
  const { maintain } = await import('../../partitions/maintain.js')
  const { currentOrigin } = await import('../../runner/origin.js')
  const { databaseUrl } = await import('../../database/open.js')
  const { onInterrupt } = await import('../interrupt.js')
  const config = await invocation.config()
  const url = await databaseUrl(config, (text) => output.note(text))
  const origin = currentOrigin(config.root)
  const archive = { url, origin, root: config.root, env: process.env }
  if (action === 'archive' && invocation.args[1] !== undefined) {
    const { releasePartition } = await import('../../partitions/archive/archive.js')
    await releasePartition(invocation.args[1], archive)
  }
  const result = await maintain({
    url,
    origin,
    timeouts: {
      lock: milliseconds(invocation, 'lockTimeout', 'lock-timeout'),
      attempts: count(invocation, 'lockAttempts', 'lock-attempts'),
    },
    lockWait: milliseconds(invocation, 'lockWait', 'lock-wait'),
    plan: (ask) => planOf(action, ask, scope),
    archive: async ({ partition }) => {
      const { archivePartition } = await import('../../partitions/archive/archive.js')
      await archivePartition(partition, archive)
    },
    onAction: (item) => output.note(describeAction(item)),
    onInterrupt,
  })
  presentMaintenance(result, output)
  return result.failed.length === 0 ? exitCodes.done : exitCodes.couldNotRun
}

async function restore(invocation: Invocation): Promise<ExitCode> {
  const { args, output } = invocation
  const { restorePartition } = await import('../../partitions/archive/archive.js')
  const { currentOrigin } = await import('../../runner/origin.js')
  const { databaseUrl } = await import('../../database/open.js')
  const partition = args[1]
  if (partition === undefined)
    throw new TidemarkError({
      code: 'TM007',
      what: 'restore needs the name of a partition',
      fix: 'tidemark partitions status lists those that are archived',
    })
  const config = await invocation.config()
  const url = await databaseUrl(config, (text) => output.note(text))
  const origin = currentOrigin(config.root)
  const { rows } = await restorePartition(partition, {
    ...{ url, origin, root: config.root, env: process.env },
    lockWait: milliseconds(invocation, 'lockWait', 'lock-wait'),
  })
  if (output.json) output.document({ restored: partition, rows })
  else
    output.note(
      `Restored ${partition}: ${rows.toLocaleString('en')} rows. Retention leaves it alone until it is archived again.`,
    )
  return exitCodes.done
}

async function schedule(invocation: Invocation): Promise<ExitCode> {
  const { flags, output } = invocation
  if (flags['pgCron'] !== true)
    throw new TidemarkError({
      code: 'TM007',
      what: 'it is not said who shall run maintenance',
      fix: [
        '--pg-cron writes a migration that installs a job in the database',
        'or call tidemark partitions maintain from cron or CI',
      ],
    })
  const { writeSchedule } = await import('../../partitions/schedule.js')
  const file = await writeSchedule(await invocation.config(), String(flags['cron']))
  if (output.json) output.document({ file })
  else output.note(`Wrote ${file}\nNext: tidemark up`)
  if (await lacksCron(invocation))
    output.note(
      'pg_cron is not installed in this database: until it is, the migration schedules nothing (CREATE EXTENSION pg_cron)',
    )
  return exitCodes.done
}

/** A file is written without a database too: one that cannot be asked has nothing said of it. */
async function lacksCron(invocation: Invocation): Promise<boolean> {
  const { databaseUrl } = await import('../../database/open.js')
  const { reserve } = await import('../../runner/reserved.js')
  try {
    const connection = await reserve(await databaseUrl(await invocation.config(), () => {}), 'tidemark')
    const [row] = await connection.ask<{ lacks: boolean }>(`select to_regnamespace('cron') is null as lacks`)
    await connection.close()
    return row!.lacks
  } catch {
    return false
  }
}

/** Asks the database of the run; one without a ledger has no policies. */
async function reading<T>(
  invocation: Invocation,
  use: (ask: import('../../runner/backends.js').Ask) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const { databaseUrl } = await import('../../database/open.js')
  const { reserve } = await import('../../runner/reserved.js')
  const { serverFailure } = await import('../../runner/failure.js')
  const { hasPolicies } = await import('../../partitions/plans.js')
  const { requireTable } = await import('../../partitions/plan.js')
  const connection = await reserve(
    await databaseUrl(await invocation.config(), (text) => invocation.output.note(text)),
    'tidemark',
  )
  try {
    const isKnown = await hasPolicies(connection.ask)
    await requireTable(connection.ask, scopeOf(invocation), isKnown)
    return isKnown ? await use(connection.ask) : []
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await connection.close()
  }
}
