import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReservedSql } from 'postgres'
import { expect } from 'vitest'
import type { WrittenStep } from '../../src/revisions/render.js'
import { writeMigration } from '../../src/revisions/write.js'
import { Sql } from '../../src/sql/sql.js'
import type { CliOptions, CliResult } from '../support/cli.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

/** A migration as a test writes it down. */
export interface TestMigration {
  readonly id: string
  readonly parents?: readonly string[]
  readonly message?: string
  readonly labels?: readonly string[]
  readonly dependsOn?: readonly string[]
  /** The steps, or the source text of their list. */
  readonly steps: readonly WrittenStep[] | string
}

type Texts = string | Sql | readonly (string | Sql)[]

const list = (texts: Texts): readonly Sql[] =>
  (Array.isArray(texts) ? (texts as readonly (string | Sql)[]) : [texts as string | Sql]).map((text) =>
    typeof text === 'string' ? new Sql([text]) : text,
  )

export const step = (up: Texts, down: Texts): WrittenStep => ({ mode: 'transaction', up: list(up), down: list(down) })
export const alone = (up: Texts, down: Texts): WrittenStep => ({ mode: 'alone', up: list(up), down: list(down) })

/** A revision id of twelve digits from a short name. */
export const id = (name: string): string => Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12)

/** A folder of migrations and a database, with the command line for both. */
export interface TestHistory {
  readonly root: string
  readonly folder: string
  readonly database: TestDatabase
  add(migration: TestMigration): Promise<string>
  remove(file: string): Promise<void>
  run(command: string, ...args: string[]): Promise<CliResult>
  runWith(options: CliOptions, command: string, ...args: string[]): Promise<CliResult>
}

let minute = 0

/** Each migration stands on the one before it, unless it says otherwise. */
export async function createHistory(
  migrations: readonly TestMigration[] = [],
  own?: Pick<TestDatabase, 'url'>,
): Promise<TestHistory> {
  const root = await createProject()
  const folder = join(root, 'migrations')
  const database = own === undefined ? await createDatabase() : (own as TestDatabase)
  let last: string | undefined
  const add = async ({
    id: revision,
    parents,
    message = `change ${revision}`,
    steps,
    ...head
  }: TestMigration): Promise<string> => {
    const above = parents ?? (last === undefined ? [] : [last])
    last = revision
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute++))
    if (typeof steps !== 'string')
      return writeMigration({ head: { revision, parents: above, message, ...head }, steps }, folder, at)
    const file = await writeMigration({ head: { revision, parents: above, message, ...head }, steps: [] }, folder, at)
    await writeSteps(file, steps)
    return file
  }
  for (const migration of migrations) await add(migration)
  const runWith = (options: CliOptions, command: string, ...args: string[]): Promise<CliResult> =>
    inProcess([command, ...args, '--migrations', folder], {
      cwd: root,
      ...options,
      env: { DATABASE_URL: database.url, ...options.env },
    })
  return {
    ...{ root, folder, database, add, runWith },
    remove: (file) => rm(file),
    run: (command, ...args) => runWith({}, command, ...args),
  }
}

/** Gives a migration file other steps, as source text. */
export async function writeSteps(file: string, steps: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const head = /export default migration\(\{[^}]*\}, /.exec(text)![0]
  await writeFile(file, `import { migration, step, backfill, sql } from 'tidemark'\n\n${head}${steps})\n`)
}

/** A table that comes with a migration and goes with it. */
export const table = (name: string): WrittenStep =>
  step(`CREATE TABLE ${name} (id bigint PRIMARY KEY, note text)`, `DROP TABLE ${name}`)

/** Shows what a run said when it did not succeed. */
export const succeeded = ({ code, stderr }: CliResult): void => expect(code, stderr).toBe(0)

/** The tables of the schema public. */
export async function tablesOf({ sql }: TestDatabase): Promise<readonly string[]> {
  const rows = await sql<
    { name: string }[]
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  return rows.map((row) => row.name)
}

const bin = fileURLToPath(new URL('../../bin/tidemark.js', import.meta.url))

/** A command in a process of its own. */
export interface Started {
  readonly done: Promise<CliResult>
  kill(): void
  hasEnded(): boolean
}

/** Starts `up` in a process that can be killed at any moment. */
export const start = (history: TestHistory, ...args: string[]): Started => startCommand(history, 'up', ...args)

export function startCommand({ root, folder, database }: TestHistory, command: string, ...args: string[]): Started {
  const child = spawn(process.execPath, [bin, command, ...args, '--migrations', folder], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const done = new Promise<CliResult>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })))
  return { done, kill: () => void child.kill('SIGKILL'), hasEnded: () => child.exitCode !== null }
}

/** A connection of its own; postgres.js gives one only from those that are open already. */
export async function reserve({ sql }: TestDatabase): Promise<ReservedSql> {
  await sql`SELECT 1`
  return sql.reserve()
}
