// The main job of Tidemark on the embedded server, in a folder that is thrown away: declare, autogenerate, up, change a
// declaration, autogenerate, up, history, down. Every command is the real one, run as a user runs it.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'

const bin = fileURLToPath(new URL('../bin/tidemark.js', import.meta.url))
const colour = process.stdout.isTTY && !process.env.NO_COLOR
const style = (format, text) => (colour ? styleText(format, text) : text)

const folder = mkdtempSync(join(tmpdir(), 'tidemark-demo-'))
// Where we are root, the server runs as another user, who has to come in.
chmodSync(folder, 0o755)
const { DATABASE_URL: _, ...env } = process.env

function say(text) {
  console.log(`\n${style('bold', text)}`)
}

// Notes go to the same place as data here, so that a log of the demo reads in order.
function run(...args) {
  console.log(style('cyan', `$ tidemark ${args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(' ')}`))
  const { status } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'inherit', process.stdout.fd],
  })
  if (status !== 0) throw new Error(`tidemark ${args[0]} ended with exit code ${status}`)
}

function show(path, text = readFileSync(join(folder, path), 'utf8')) {
  console.log(style('dim', `── ${path}`))
  console.log(style('dim', text.trimEnd().replaceAll(/^/gm, '   ')))
}

function write(path, text) {
  writeFileSync(join(folder, path), text)
  show(path, text)
}

const devices = `import { table, sql } from 'tidemark'

export const devices = table('devices', (c) => ({
  device_uid: c.text().primaryKey(),
  owner: c.text().notNull(),
  created_at: c.timestamptz().notNull().default(sql\`now()\`),
}))
`

const readings = (more, indexes) => `import { index, table, sql } from 'tidemark'
import { devices } from './devices.js'

export const readings = table('readings', (c) => ({
  device_uid: c.text().notNull().references(() => devices.device_uid, { onDelete: 'cascade' }),
  payload: c.jsonb().notNull(),
  ts: c.timestamptz().notNull().default(sql\`now()\`),
${more}}), (t) => ({
  indexes: [
    index('readings_device_ts').on(t.device_uid, t.ts.desc()),
${indexes}  ],
}))
`

const shown = new Set()
/** The migration that was written last: the one that has not been shown yet. */
const newest = () => {
  const name = readdirSync(join(folder, 'migrations')).find((file) => !shown.has(file))
  shown.add(name)
  return join('migrations', name)
}

const started = performance.now()
try {
  mkdirSync(join(folder, 'schema'))
  writeFileSync(
    join(folder, 'tidemark.config.ts'),
    `import { defineConfig } from 'tidemark'\n\nexport default defineConfig({ schema: 'schema', migrations: 'migrations' })\n`,
  )

  say('1. Declare what the database should hold, in TypeScript.')
  write('schema/devices.ts', devices)
  write('schema/readings.ts', readings('', ''))

  say('2. Compare it with the database (here the embedded PostgreSQL) and write a migration.')
  run('autogenerate', '-m', 'devices and their readings')
  show(newest())

  say('3. Apply it.')
  run('up')

  say('4. Change the declaration: one more column, one more index.')
  const column = '  ingest_latency_ms: c.integer().default(0),\n'
  const gin = "    index('readings_payload').using('gin', t.payload.op('jsonb_path_ops')),\n"
  write('schema/readings.ts', readings(column, gin))

  say('5. Compare again: the migration holds just the difference, each step with its way back.')
  run('autogenerate', '-m', 'measure ingest latency')
  show(newest())
  run('up')

  say('6. Where is the database? Is anything left to do?')
  run('history')
  run('check')

  say('7. Take the last migration back.')
  run('down')
  run('history')

  say(`That was the whole loop, in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  console.log('Begin a project of your own: tidemark init --template telemetry')
} catch (error) {
  console.error(`\n${error.message}`)
  process.exitCode = 1
} finally {
  spawnSync(process.execPath, [bin, 'server', 'stop', '--quiet'], { cwd: folder, env, stdio: 'ignore' })
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
