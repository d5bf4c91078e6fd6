/** What a config, schema or migration file may import from `tidemark`. */
export { defineConfig, type UserConfig } from './config/config.js'
export { backfill, migration, step, type Migration, type MigrationHead, type Step } from './revisions/migration.js'
export type { Hooks, PlannedMigration, RunPlan } from './runner/hooks.js'
export type { BackfillOptions, Data } from './revisions/data.js'
export { secret, sql, type Secret, type Sql } from './sql/sql.js'
export * from './kinds/declarations.js'
