import type { Config } from '../config/config.js'
import { afterWrite } from '../revisions/after-write.js'
import { loadHistory } from '../revisions/load.js'
import type { Step } from '../revisions/migration.js'
import { placeRevision } from '../revisions/place.js'
import { writeMigration } from '../revisions/write.js'
import { quoteLiteral } from '../sql/identifier.js'
import { Sql } from '../sql/sql.js'

const job = quoteLiteral('tidemark partitions')

/** A database without pg_cron, such as the scratch database of `verify`, takes the migration too, and says what is missing. */
const whereInstalled = (call: string): Sql =>
  new Sql([
    `DO $$ BEGIN
  IF to_regnamespace('cron') IS NULL THEN
    RAISE WARNING 'pg_cron is not installed in this database: nothing is scheduled';
  ELSE
    PERFORM ${call};
  END IF;
END $$`,
  ])

/** Writes a migration that has pg_cron call `tidemark.maintain_partitions`. `times` is in the notation of cron. */
export async function writeSchedule(config: Config, times: string): Promise<string> {
  const { graph } = await loadHistory(config.migrations, { optional: true })
  const head = placeRevision(graph, { message: 'schedule partitions', heads: ['head'] })
  const call = quoteLiteral('CALL tidemark.maintain_partitions()')
  const step: Step = {
    mode: 'transaction',
    up: [whereInstalled(`cron.schedule(${job}, ${quoteLiteral(times)}, ${call})`)],
    down: [whereInstalled(`cron.unschedule(jobid) FROM cron.job WHERE jobname = ${job}`)],
  }
  const file = await writeMigration({ head, steps: [step] }, config.migrations, new Date(), config.fileName)
  await afterWrite(file, config)
  return file
}
