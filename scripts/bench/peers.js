// The same databases for other tools: installed in a temporary folder, never dependencies of this project.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { time } from './measure.js'

const packages = ['@supabase/pg-delta@1.0.0-alpha.34', 'drizzle-kit@0.31', 'drizzle-orm@0.45', 'postgres@3']

/** Installs the peers of npm; what cannot be had is left out of the comparison by whoever runs it. */
export function installPeers(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder, stdio: 'ignore' })
  return (name, args, options) => time(join(folder, 'node_modules', '.bin', name), args, { cwd: folder, ...options })
}

const name = (number) => `table_${String(number).padStart(4, '0')}`
const numbers = (count) => Array.from({ length: count }, (_, number) => number)

/** The tables of `schema.js` as Drizzle declares them. */
export function writeDrizzle(count, folder) {
  const table = (number) => {
    const self = name(number)
    const other = name(number >> 1)
    return `export const ${self} = pgTable('${self}', {
  id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
  parent_id: bigint({ mode: 'bigint' })${other === self ? '' : `.references(() => ${other}.id, { onDelete: 'cascade' })`},
  name: text().notNull().default(''),
  email: varchar({ length: 120 }),
  amount: numeric({ precision: 12, scale: 2 }).notNull().default('0'),
  active: boolean().notNull().default(true),
  tags: text().array(),
  payload: jsonb().default({}),
  created_at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  updated_at: timestamp({ withTimezone: true }),
}, (t) => [
  index('${self}_parent_idx').on(t.parent_id),
  index('${self}_created_idx').on(t.created_at.desc()).where(sql\`active\`),
])
`
  }
  const names = 'pgTable, bigint, text, varchar, numeric, boolean, jsonb, timestamp, index'
  const head = `import { sql } from 'drizzle-orm'\nimport { ${names} } from 'drizzle-orm/pg-core'\n`
  writeFileSync(join(folder, 'drizzle.ts'), head + numbers(count).map(table).join('\n'))
  return (url) => ['push', '--dialect=postgresql', '--schema=./drizzle.ts', `--url=${url}`, '--force']
}

/** A Python that has Alembic, SQLAlchemy and psycopg: PYTHON, else python3; undefined where there is none. */
export function pythonWithAlembic() {
  const python = process.env.PYTHON ?? 'python3'
  const { status } = spawnSync(python, ['-c', 'import alembic, sqlalchemy, psycopg'], { stdio: 'ignore' })
  return status === 0 ? python : undefined
}

/** The same tables as SQLAlchemy models, with a folder that `alembic check` runs in. */
export function writeAlembic(count, folder, url) {
  mkdirSync(join(folder, 'versions'), { recursive: true })
  const target = url.replace(/^postgres(ql)?:/, 'postgresql+psycopg:')
  writeFileSync(join(folder, 'alembic.ini'), '[alembic]\nscript_location = %(here)s\n')
  writeFileSync(
    join(folder, 'env.py'),
    `from alembic import context
from sqlalchemy import (BigInteger, Boolean, Column, DateTime, ForeignKey, Identity, Index, MetaData, Numeric, String, Table, Text,
                        create_engine, text)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

metadata = MetaData()
for number in range(${count}):
    own, other = f"table_{number:04d}", f"table_{number >> 1:04d}"
    table = Table(
        own, metadata,
        Column("id", BigInteger, Identity(always=True), primary_key=True),
        Column("parent_id", BigInteger, *([] if own == other else [ForeignKey(f"{other}.id", ondelete="CASCADE")])),
        Column("name", Text, nullable=False, server_default=""),
        Column("email", String(120)),
        Column("amount", Numeric(12, 2), nullable=False, server_default=text("0")),
        Column("active", Boolean, nullable=False, server_default=text("true")),
        Column("tags", ARRAY(Text)),
        Column("payload", JSONB, server_default=text("'{}'")),
        Column("created_at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
        Column("updated_at", DateTime(timezone=True)),
    )
    Index(f"{own}_parent_idx", table.c.parent_id)
    Index(f"{own}_created_idx", table.c.created_at.desc(), postgresql_where=text("active"))

with create_engine(${JSON.stringify(target)}).connect() as connection:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
`,
  )
  return ['-m', 'alembic', '-c', join(folder, 'alembic.ini'), 'check']
}
