import { exitCodes, TidemarkError, type ExitCode } from '../../errors/error.js'
import type { PartitionScope } from '../../partitions/plan.js'
import type { CommandSpec, Invocation } from '../command.js'
import { shared } from '../options.js'
import { count, milliseconds, runOptions } from '../run-options.js'

const actions = {
  status: (invocation: Invocation) => status(invocation),
  plan: (invocation: Invocation) => plan(invocation),
  maintain: (invocation: Invocation) => carryOut('maintain', invocation),
  repair: (invocation: Invocation) => carryOut('repair', invocation),
} as const

/** `tidemark partitions`: the life of partitions that policies own. */
export const partitions: CommandSpec = {
  name: 'partitions',
  summary: 'show and maintain the partitions of tables with a policy',
  description:
    'status shows the partitions of each table. maintain makes those that are missing, moves rows out of the default partition, ' +
    'finishes what was interrupted, and lets go of what has expired; plan shows what it would do. repair does the same but lets ' +
    'nothing go, and builds indexes that some partition lacks.',
  args: [{ name: '[action]', description: `one of ${Object.keys(actions).join(', ')} (default: status)` }],
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
  const statuses = await reading(invocation, (ask) => readStatus(ask, scopeOf(invocation)))
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
  presentPlan(await reading(invocation, (ask) => readPlan(ask, scopeOf(invocation))), invocation.output)
  return exitCodes.done
}

async function carryOut(action: 'maintain' | 'repair', invocation: Invocation): Promise<ExitCode> {
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
  const result = await maintain({
    url: await databaseUrl(config, (text) => output.note(text)),
    origin: currentOrigin(config.root),
    timeouts: {
      lock: milliseconds(invocation, 'lockTimeout', 'lock-timeout'),
      attempts: count(invocation, 'lockAttempts', 'lock-attempts'),
    },
    lockWait: milliseconds(invocation, 'lockWait', 'lock-wait'),
    plan: (ask) => planOf(action, ask, scope),
    onAction: (item) => output.note(describeAction(item)),
    onInterrupt,
  })
  presentMaintenance(result, output)
  return result.failed.length === 0 ? exitCodes.done : exitCodes.couldNotRun
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
  const connection = await reserve(
    await databaseUrl(await invocation.config(), (text) => invocation.output.note(text)),
    'tidemark',
  )
  try {
    return (await hasPolicies(connection.ask)) ? await use(connection.ask) : []
  } catch (error) {
    throw serverFailure(error)
  } finally {
    await connection.close()
  }
}
