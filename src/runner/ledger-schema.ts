import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { statementDiagnostic } from '../database/postgres-error.js'
import { TidemarkError } from '../errors/error.js'
import { quoteLiteral } from '../sql/identifier.js'
import type { Ledger } from './ledger.js'
import type { Origin } from './origin.js'
import { commit, StatementError, type Session } from './session.js'

/** The revisions of the ledger's own tables: `migrations/` of this package. */
const folder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The ids are in the file names, so that the usual case, where nothing is to be done, loads none of them. */
function shipped(): readonly string[] {
  return readdirSync(folder).flatMap((name) => /_([0-9a-f]{12})_\w+\.ts$/.exec(name)?.[1] ?? [])
}

/** Whether the ledger of a database lacks something that this version of Tidemark writes. */
export function isBehind({ version }: Ledger): boolean {
  return shipped().some((id) => !version.has(id))
}

/** @throws TidemarkError TM325 when a newer Tidemark made the ledger. */
export function refuseNewer({ version }: Ledger): void {
  const known = new Set(shipped())
  const unknown = [...version].filter((id) => !known.has(id))
  if (unknown.length === 0) return
  throw new TidemarkError({
    code: 'TM325',
    what: 'the ledger of this database was made by a newer version of Tidemark',
    why: `it has the revision${unknown.length === 1 ? '' : 's'} ${unknown.join(', ')}, which this version does not know`,
    fix: 'update tidemark to the version that the others use',
  })
}

/** Statements that bring a ledger up to date; they do no harm where it is. */
export async function ledgerStatements({ version }: Ledger, { toolVersion }: Origin): Promise<readonly string[]> {
  const { loadHistory } = await import('../revisions/load.js')
  const { graph } = await loadHistory(folder)
  return graph.order
    .filter((id) => !version.has(id))
    .flatMap((id) => [
      ...graph.nodes.get(id)!.steps.flatMap((step) => step.up.map((statement) => statement.text())),
      `INSERT INTO tidemark.ledger (revision, tool_version) VALUES (${quoteLiteral(id)}, ${quoteLiteral(toolVersion)}) ON CONFLICT DO NOTHING`,
    ])
}

/**
 * Makes or updates the ledger in one transaction. Called by the holder of the lock.
 * @throws TidemarkError TM325, TM031 when the role may not create it, TM032, TM033.
 */
export async function ensureLedger(session: Session, ledger: Ledger, origin: Origin): Promise<void> {
  refuseNewer(ledger)
  if (!isBehind(ledger)) return
  const statements = await ledgerStatements(ledger, origin)
  try {
    await commit(session, statements)
  } catch (error) {
    throw error instanceof StatementError ? ledgerFailed(error) : error
  }
}

function ledgerFailed({ reason }: StatementError): TidemarkError {
  const told = statementDiagnostic(reason)
  const fix =
    reason.code === '42501' ? 'let the role create the schema tidemark: GRANT CREATE ON DATABASE … TO …' : told.fix
  return new TidemarkError(
    {
      code: told.code,
      what: 'the ledger (the schema tidemark) could not be made in this database; nothing was run',
      why: [told.what, told.why].filter((line) => line !== undefined).join('\n'),
      ...(fix === undefined ? {} : { fix }),
    },
    { cause: reason },
  )
}
