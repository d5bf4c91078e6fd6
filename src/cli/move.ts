import { exitCodes, TidemarkError } from '../errors/error.js'
import { databaseName } from '../database/url.js'
import { loadHistory, type History } from '../revisions/load.js'
import { currentOrigin } from '../runner/origin.js'
import { routeDown, routeUp, type Leg, type State } from '../runner/route.js'
import { run } from '../runner/run.js'
import type { Invocation } from './command.js'
import { onInterrupt } from './interrupt.js'
import { createProgress } from './presenters/progress.js'
import { presentDryRun, presentResult, presentScript } from './presenters/run-result.js'
import { count, milliseconds, readyDatabase } from './run-options.js'

/** What `up` and `down` have in common. */
export async function move(command: 'up' | 'down', invocation: Invocation): Promise<void> {
  const { flags, output } = invocation
  const config = await invocation.config()
  const ref = invocation.args[0]
  const timeouts = {
    lock: milliseconds(invocation, 'lockTimeout', 'lock-timeout'),
    statement: milliseconds(invocation, 'statementTimeout', 'statement-timeout'),
    attempts: count(invocation, 'lockAttempts', 'lock-attempts'),
  }
  const lockWait = milliseconds(invocation, 'lockWait', 'lock-wait')
  // The way back is in the ledger too, so that `down` needs neither the folder nor each file in it.
  const optional = command === 'down'
  const gaps = optional && !isOffline(invocation)
  const [history, url] = await Promise.all([
    loadHistory(config.migrations, { optional, gaps, root: config.root }),
    isOffline(invocation) ? undefined : readyDatabase(invocation),
  ])
  const origin = currentOrigin(config.migrations)
  const route = routeOf(command, ref, config.allow)
  if (flags['sql'] === true) {
    const { writeScript } = await import('./script.js')
    return presentScript(await writeScript({ command, ref, history, url, origin, route }), output)
  }
  if (flags['dryRun'] === true) return dryRun(command, url!, history, route, invocation, config.scratchUrl)
  if (command === 'up') await requireConsent(url!, history, route, config.allow)
  const progress = createProgress(output, timeouts)
  try {
    const result = await run({
      ...{ url: url!, command, history, origin, timeouts, lockWait, onInterrupt, route },
      env: process.env,
      events: progress.events,
      ...(config.hooks === undefined ? {} : { hooks: config.hooks }),
    })
    progress.end()
    presentResult(command, databaseName(url!), result, output)
  } finally {
    progress.end()
  }
}

/** A range between two revisions says all that a script needs. */
function isOffline({ flags, args }: Invocation): boolean {
  return flags['sql'] === true && args[0]?.includes(':') === true
}

function routeOf(
  command: 'up' | 'down',
  ref: string | undefined,
  allow: readonly string[],
): (state: State) => readonly Leg[] {
  return (state) => (command === 'up' ? routeUp(state, ref, allow) : routeDown(state, ref))
}

/** @throws TidemarkError the codes of hazards (exit code 3) that what is about to run has, and that nobody allows. */
async function requireConsent(
  url: string,
  history: History,
  route: (state: State) => readonly Leg[],
  allowed: readonly string[],
): Promise<void> {
  if (!history.revisions.some(({ hazards = [] }) => hazards.length > 0)) return
  const { notAllowed, unconsented } = await import('../hazards/consent.js')
  const open = history.revisions.filter((revision) => notAllowed(revision, allowed).length > 0)
  if (open.length === 0) return
  const { planRun } = await import('../runner/dry-run.js')
  const { legs, state } = await planRun(url, history, route)
  const running = legs.flatMap(({ revision }) => state.graph.nodes.get(revision)?.migration ?? [])
  if (!running.some((revision) => open.includes(revision))) return
  const { connect } = await import('../database/connect.js')
  const database = await connect(url, { max: 1 })
  try {
    const refused = await unconsented(database, running, allowed)
    if (refused.length > 0) throw new TidemarkError(refused, { exitCode: exitCodes.refused })
  } finally {
    await database.close()
  }
}

async function dryRun(
  command: 'up' | 'down',
  url: string,
  history: History,
  route: (state: State) => readonly Leg[],
  { output }: Invocation,
  scratchUrl: string | undefined,
): Promise<void> {
  const { planRun } = await import('../runner/dry-run.js')
  const { legs, state } = await planRun(url, history, route)
  const { foreseeLocks } = await import('../replay/locks.js')
  const foreseen = legs.length === 0 ? { locks: [] } : await foreseeLocks(legs, state, { url, scratchUrl })
  presentDryRun(command, databaseName(url), legs, foreseen, output)
}
