import { compare } from '../autogenerate/compare.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import type { Config } from '../config/config.js'
import { openDatabase } from '../database/open.js'
import { kinds } from '../kinds/index.js'
import { loadHistory } from '../revisions/load.js'
import { asking } from '../runner/ask.js'
import { readLedger } from '../runner/ledger.js'
import { stateOf } from '../runner/route.js'
import { changeFindings, historyFindings } from './findings.js'
import type { Finding } from './finding.js'
import { partitionFindings } from '../partitions/findings.js'
import type { Health } from '../partitions/health.js'

export interface CheckResult {
  readonly database: string
  readonly findings: readonly Finding[]
  /** Of tables with a policy. */
  readonly partitions: readonly Pick<Health, 'table' | 'every' | 'partitions'>[]
  /** Objects that exist and that no kind models. */
  readonly notCompared: readonly string[]
}

/** Tells whether anything is left to do before the declarations, the history and the database say the same. */
export async function check(config: Config, note: (text: string) => void): Promise<CheckResult> {
  const [history, database] = await Promise.all([
    loadHistory(config.migrations, { optional: true }),
    openDatabase(config, { note }),
  ])
  try {
    const ledger = readLedger(asking(database))
    const compared = compare(config, database, rolesOfHistory(history), kinds, { everything: true })
    // Where the ledger cannot be read, that is the error.
    compared.catch(() => {})
    const findings = historyFindings(stateOf(history, await ledger))
    const { changes, notModelled, partitions } = await compared
    // While a migration waits to be applied, the differences that it will mend say nothing.
    const waiting = findings.some((item) => item.code === 'TM401')
    return {
      database: database.name,
      findings: waiting
        ? findings
        : [...findings, ...changeFindings(changes), ...partitions.flatMap((health) => partitionFindings(health))],
      partitions: partitions.map(({ table, every, partitions: count }) => ({ table, every, partitions: count })),
      notCompared: notModelled,
    }
  } finally {
    await database.close()
  }
}
