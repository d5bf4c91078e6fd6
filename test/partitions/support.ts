import type postgres from 'postgres'
import { maintain, type MaintenanceResult } from '../../src/partitions/maintain.js'
import { planOf } from '../../src/partitions/plans.js'
import { ledgerStatements } from '../../src/runner/ledger-schema.js'
import { currentOrigin } from '../../src/runner/origin.js'
import { createDatabase, type TestDatabase } from '../support/database.js'

export const origin = currentOrigin('.')

/** A database with a ledger and what `setup` makes. */
export async function databaseWithLedger(setup: string): Promise<TestDatabase> {
  const database = await createDatabase(setup)
  for (const text of await ledgerStatements({ version: new Set(), rows: new Map() }, origin))
    await database.sql.unsafe(text)
  return database
}

/** Notes a policy without making partitions, so that a test may begin at any time. */
export async function setPolicy(sql: postgres.Sql, table: string, settings: object): Promise<void> {
  await sql`
    INSERT INTO tidemark.partition_policy
    SELECT * FROM jsonb_populate_record(NULL::tidemark.partition_policy, ${JSON.stringify({
      schema_name: 'public',
      table_name: table,
      premake: 3,
      expired: 'detach',
      time_zone: 'UTC',
      default_partition: false,
      ...settings,
    })}::text::jsonb)`
}

export function run(
  { url }: TestDatabase,
  at: string,
  command: 'maintain' | 'repair' = 'maintain',
): Promise<MaintenanceResult> {
  return maintain({
    url,
    origin,
    timeouts: { lock: 300, attempts: 20 },
    lockWait: 20_000,
    plan: (ask) => planOf(command, ask, { at }),
  })
}

/** Names of the partitions of a table, in order. */
export async function partitionsOf(sql: postgres.Sql, table: string): Promise<readonly string[]> {
  const rows = await sql<{ name: string }[]>`
    SELECT p.partition::regclass::text AS name
      FROM tidemark.partition_policy policy, tidemark.partitions(policy) p WHERE policy.table_name = ${table}
     ORDER BY p.is_default, p.lower_bound NULLS FIRST`
  return rows.map(({ name }) => name)
}
