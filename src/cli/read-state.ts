import type { Config } from '../config/config.js'
import { databaseUrl } from '../database/open.js'
import { databaseName } from '../database/url.js'
import { loadHistory, type History } from '../revisions/load.js'
import type { RefContext } from '../revisions/refs.js'
import { serverFailure } from '../runner/failure.js'
import { readLedger } from '../runner/ledger.js'
import { reserve } from '../runner/reserved.js'
import { stateOf, type State } from '../runner/route.js'
import type { Output } from './output.js'

/**
 * The migration files and what a database holds of them; reads only. Where a file that others stand on is missing, the
 * ledger takes its place, and only the graph of the state is whole.
 */
export async function readState(
  config: Config,
  output: Output,
  { gaps = true } = {},
): Promise<{ history: History; state: State; database: string; url: string }> {
  const reading = databaseUrl(config, (text) => output.note(text)).then(async (url) => {
    const connection = await reserve(url, 'tidemark')
    try {
      return { url, ledger: await readLedger(connection.ask) }
    } catch (error) {
      throw serverFailure(error)
    } finally {
      await connection.close()
    }
  })
  const [{ url, ledger }, history] = await Promise.all([
    reading,
    loadHistory(config.migrations, { optional: true, gaps, root: config.root }),
  ])
  return { history, state: stateOf(history, ledger), database: databaseName(url), url }
}

/** Like {@link readState}; without any database it is the files alone. */
export async function readStateIfAny(
  config: Config,
  output: Output,
): Promise<{ history: History; state: State; database: string | undefined }> {
  if (config.url !== undefined) return readState(config, output)
  const { findProjectServer } = await import('../database/project-server.js')
  const { server } = await findProjectServer(config.root)
  if (server !== undefined) return readState(config, output)
  const history = await loadHistory(config.migrations, { root: config.root })
  return { history, state: stateOf(history, { version: new Set(), rows: new Map() }), database: undefined }
}

/** Like {@link readState} where a reference asks what is applied, else the files alone. */
export async function readStateFor(
  refs: readonly string[],
  config: Config,
  output: Output,
): Promise<{ history: History; context: RefContext }> {
  if (refs.some((ref) => /(^|[@:])(current\b|[+-]\d+$)/.test(ref))) {
    const { history, state } = await readState(config, output, { gaps: false })
    return { history, context: { graph: state.graph, applied: state.applied } }
  }
  const history = await loadHistory(config.migrations, { root: config.root })
  return { history, context: { graph: history.graph } }
}
