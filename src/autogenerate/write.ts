import type { Config } from '../config/config.js'
import type { Change } from '../diff/change.js'
import { writtenHazard } from '../hazards/consent.js'
import type { Hazard } from '../hazards/hazard.js'
import { rolesOf } from '../kinds/role/roles-of.js'
import type { PlannedStep } from '../plan/plan.js'
import { afterWrite } from '../revisions/after-write.js'
import type { MigrationHead } from '../revisions/migration.js'
import type { WrittenStep } from '../revisions/render.js'
import { writeMigration } from '../revisions/write.js'

/** What a migration file is written from. */
export interface Planned {
  readonly changes: readonly Change[]
  readonly steps: readonly PlannedStep[]
  /** As they were judged, and as they weigh in the database at hand: numbers do not go into a file. */
  readonly judged: readonly Hazard[]
  readonly hazards: readonly Hazard[]
}

/** Writes changes as a migration, with the roles that it makes, its hazards, and what is consented to. */
export async function writeChanges(
  placed: MigrationHead,
  { changes, steps, judged, hazards }: Planned,
  config: Config,
): Promise<string> {
  const costs = hazards.filter(({ direction }) => direction === 'up')
  const head = {
    ...placed,
    roles: rolesOf(changes),
    hazards: costs.map(writtenHazard),
    allow: [...new Set(costs.flatMap(({ code, allowed }) => (allowed ? code : [])))].sort(),
  }
  const written = { head, steps: steps.map((step) => withHazards(step, judged)) }
  const file = await writeMigration(written, config.migrations, new Date(), config.fileName)
  await afterWrite(file, config)
  return file
}

/** A step with what its reader should know of both directions. */
function withHazards(step: PlannedStep, hazards: readonly Hazard[]): WrittenStep {
  const own = hazards.filter((hazard) => step.members.includes(hazard.id))
  return { ...step, hazards: own.map(({ code, direction, what }) => ({ code: `${code} (${direction})`, what })) }
}
