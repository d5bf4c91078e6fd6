/** Where another tool keeps which migrations are applied. */
export interface Tool {
  readonly table: string
  /** Gives `name` of each applied migration, in the order in which they were applied. */
  readonly applied: (table: string) => string
  /** Gives `name` of migrations that failed half-way. */
  readonly unfinished?: (table: string) => string
  /** It names only the last ones: what they stand on is applied as well. */
  readonly headsOnly?: true
}

/** The ledgers of other tools, as they are in the versions of their makers' default settings. */
export const tools = {
  alembic: {
    table: 'alembic_version',
    applied: (table) => `SELECT version_num AS name FROM ${table} ORDER BY 1`,
    headsOnly: true,
  },
  'node-pg-migrate': {
    table: 'pgmigrations',
    applied: (table) => `SELECT name FROM ${table} ORDER BY run_on, id`,
  },
  knex: {
    table: 'knex_migrations',
    applied: (table) => `SELECT name FROM ${table} ORDER BY id`,
  },
  drizzle: {
    table: '__drizzle_migrations',
    // The name stands in the journal only, beside the same time.
    applied: (table) => `SELECT created_at::text AS name FROM ${table} ORDER BY created_at, id`,
  },
  prisma: {
    table: '_prisma_migrations',
    applied: (table) =>
      `SELECT migration_name AS name FROM ${table} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at`,
    unfinished: (table) =>
      `SELECT migration_name AS name FROM ${table} WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  },
  umzug: {
    table: 'SequelizeMeta',
    applied: (table) => `SELECT name FROM ${table} ORDER BY name`,
  },
} as const satisfies Record<string, Tool>

export type ToolName = keyof typeof tools
export const toolNames = Object.keys(tools) as readonly ToolName[]
