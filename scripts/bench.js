// Measures whole processes of Tidemark beside what the server itself needs, on one machine in one run, against the aims of
// docs/architecture.md. `npm run bench -- check` measures one part: check, up, partitions or start, or
// peers (other tools on the same databases, installed in a temporary folder, only when asked for); --runs N sets how often,
// --tables 100,1000 for which sizes.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { startEmbedded } from '../dist/database/embedded.js'
import { compare, memoryOf, tidemark, time } from './bench/measure.js'
import { readCatalogs, referenceName, runStatements } from './bench/reference.js'
import { createStatements, smallMigrations, writeDeclarations, writeMigrations } from './bench/schema.js'
import { installPeers, pythonWithAlembic, writeAlembic, writeDrizzle } from './bench/peers.js'
import { earlierPartitions, writeReadings } from './bench/partitions.js'
import { print } from './bench/table.js'

const args = process.argv.slice(2)
if (args.includes('--help')) {
  process.stdout.write(`npm run bench -- [check|up|partitions|start|peers …] [--runs N] [--tables 100,1000]
Measures Tidemark beside psql on an embedded server: all but the peers, which are installed first, unless parts are named.
`)
  process.exit(0)
}
const option = (name, standard) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : standard)
const runs = option('--runs', 5)
const sizes = args.includes('--tables') ? args[args.indexOf('--tables') + 1].split(',').map(Number) : [100, 1000, 4000]
const parts = args.filter((arg) => ['check', 'up', 'partitions', 'start', 'peers'].includes(arg))
const wanted = (part) => (parts.length === 0 ? part !== 'peers' : parts.includes(part))
const note = (text) => process.stderr.write(`${text}\n`)

const root = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
chmodSync(root, 0o755)
const rows = []

/** Does something with a new server. The settings of a server in production: every commit waits for the disk. */
async function withServer(use) {
  const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_locks_per_transaction: '1024' }
  const server = await startEmbedded({ settings: durable })
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  try {
    await use(server, admin)
  } finally {
    await admin.end()
    await server.stop()
  }
}

function urlOf(server, database) {
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return url.href
}

function project(name) {
  const folder = join(root, name)
  mkdirSync(join(folder, 'migrations'), { recursive: true })
  writeFileSync(
    join(folder, 'tidemark.config.ts'),
    `import { defineConfig } from 'tidemark'\n\nexport default defineConfig({ schema: 'schema', migrations: 'migrations' })\n`,
  )
  return folder
}

async function measureCheck() {
  await withServer(async (server, admin) => {
    let thousand
    for (const count of sizes) {
      note(`check with ${count} tables …`)
      const database = `tables_${count}`
      await admin.unsafe(`CREATE DATABASE ${database}`)
      const url = urlOf(server, database)
      const sql = postgres(url, { max: 1, onnotice: () => {} })
      for (const text of createStatements(count)) await sql.unsafe(text).simple()
      await sql.unsafe('VACUUM ANALYZE').simple()
      await sql.end()
      const cwd = project(`check-${count}`)
      writeDeclarations(count, join(cwd, 'schema'))
      const cache = join(cwd, '.tidemark', 'cache')
      const check = () => tidemark(['check', '--url', url], { cwd })
      const cold = () => {
        rmSync(cache, { recursive: true, force: true })
        return check()
      }
      const reference = readCatalogs(url, cwd)
      const many = count === 4000 ? Math.min(runs, 3) : runs
      const [coldTime] = await compare(Math.min(many, 3), [cold])
      const [warmTime, referenceTime] = await compare(many, [check, reference])
      const memory = memoryOf(['check', '--url', url], { cwd })
      rmSync(cache, { recursive: true, force: true })
      const coldMemory = memoryOf(['check', '--url', url], { cwd })
      const thousands = count === 1000
      const work = `check, ${count.toLocaleString('en')} tables`
      const beside = { reference: referenceName, referenceTime }
      rows.push({ work: `${work}, warm`, measured: warmTime, ...beside, aim: thousands ? 3 : undefined })
      rows.push({ work: `${work}, cold`, measured: coldTime, ...beside, aim: thousands ? 12 : undefined })
      if (thousands) thousand = { warmTime, coldTime }
      if (count === 4000 && thousand !== undefined) {
        const than = { reference: '1,000 tables', aim: 4.5 }
        rows.push({ work: `${work}, warm`, measured: warmTime, ...than, referenceTime: thousand.warmTime })
        rows.push({ work: `${work}, cold`, measured: coldTime, ...than, referenceTime: thousand.coldTime })
      }
      const limit = count === 4000 ? 300 : undefined
      rows.push({ work: `${work}, warm: memory`, memory, limit })
      rows.push({ work: `${work}, cold: memory`, memory: coldMemory, limit })
      await admin.unsafe(`DROP DATABASE ${database} WITH (FORCE)`)
    }
  })
}

async function measurePeers() {
  await withServer(async (server, admin) => {
    const peers = join(root, 'peers')
    note('installing the peers …')
    const peer = installPeers(peers)
    const python = pythonWithAlembic()
    if (python === undefined) note('no Alembic: PYTHON names a python that has alembic, sqlalchemy and psycopg')
    for (const count of args.includes('--tables') ? sizes : [1000]) {
      note(`peers with ${count} tables …`)
      const aimOf = (aim) => (count === 1000 ? aim : undefined)
      // Some write tables of their own.
      const copies = ['second', 'alembic', 'drizzle'].map((name) => `${name}_${count}`)
      const [first, [second, alembicOwn, drizzled]] = [`first_${count}`, copies]
      await admin.unsafe(`CREATE DATABASE ${first}`)
      const url = urlOf(server, first)
      const sql = postgres(url, { max: 1, onnotice: () => {} })
      for (const text of createStatements(count)) await sql.unsafe(text).simple()
      await sql.unsafe('VACUUM ANALYZE').simple()
      await sql.end()
      for (const copy of copies) await admin.unsafe(`CREATE DATABASE ${copy} TEMPLATE ${first}`)
      const cwd = project(`peers-${count}`)
      writeDeclarations(count, join(cwd, 'schema'))
      const tables = `${count.toLocaleString('en')} tables`
      const check = () => tidemark(['check', '--url', url], { cwd })
      check()

      const delta = ['diff', '--source', url, '--desired', urlOf(server, second)]
      const diff = () => tidemark(['diff', url, urlOf(server, second)], { cwd })
      const [diffTime, deltaTime] = await compare(runs, [diff, () => peer('pgdelta', delta)])
      rows.push({
        work: `diff, ${tables}`,
        measured: diffTime,
        reference: 'pgdelta diff',
        referenceTime: deltaTime,
        aim: aimOf(1),
      })

      if (python !== undefined) {
        const alembicCheck = writeAlembic(count, join(root, `alembic-${count}`), urlOf(server, alembicOwn))
        const [besideAlembic, alembicTime] = await compare(runs, [check, () => time(python, alembicCheck)])
        const alembic = { reference: 'alembic check', referenceTime: alembicTime, aim: aimOf(1 / 5) }
        rows.push({ work: `check, ${tables}, warm`, measured: besideAlembic, ...alembic })
      }

      const push = writeDrizzle(count, peers)(urlOf(server, drizzled))
      // Of 1,000 tables it takes minutes: once has to do.
      const [besideDrizzle, pushTime] = await compare(1, [check, () => peer('drizzle-kit', push)])
      const drizzle = { reference: 'drizzle-kit push', referenceTime: pushTime, aim: aimOf(1 / 50) }
      rows.push({ work: `check, ${tables}, warm`, measured: besideDrizzle, ...drizzle })
    }
  })
}

async function measureUp() {
  await withServer(async (server, admin) => {
    note('up of 500 migrations …')
    const migrations = smallMigrations(500)
    const cwd = project('up')
    writeMigrations(migrations, join(cwd, 'migrations'))
    const url = urlOf(server, 'target')
    const emptyDatabase = async () => {
      await admin.unsafe('DROP DATABASE IF EXISTS target WITH (FORCE)')
      await admin.unsafe('CREATE DATABASE target')
    }
    const up = async () => {
      await emptyDatabase()
      return tidemark(['up', '--quiet', '--url', url], { cwd })
    }
    const statements = runStatements(
      migrations.map((migration) => migration.up),
      url,
      cwd,
    )
    const plain = async () => {
      await emptyDatabase()
      return statements()
    }
    const [measured, referenceTime] = await compare(runs, [up, plain])
    rows.push({ work: 'up, 500 migrations', measured, reference: referenceName, referenceTime, aim: 1.2 })
    await emptyDatabase()
    rows.push({ work: 'up, 500 migrations: memory', memory: memoryOf(['up', '--quiet', '--url', url], { cwd }) })
  })
}

async function measurePartitions() {
  await withServer(async (server, admin) => {
    const made = async (count) => {
      await admin.unsafe(`CREATE DATABASE partitions_${count}`)
      const url = urlOf(server, `partitions_${count}`)
      const cwd = project(`partitions-${count}`)
      const run = (...args) => tidemark([...args, '--url', url], { cwd })
      writeReadings(join(cwd, 'schema'))
      run('autogenerate', '-m', 'readings')
      run('up')
      const sql = postgres(url, { max: 1, onnotice: () => {} })
      for (const text of earlierPartitions(count)) await sql.unsafe(text)
      await sql.unsafe('VACUUM ANALYZE').simple()
      await sql.end()
      return { url, cwd, run }
    }
    note('partitions: 100 and 10,000 …')
    const [few, many] = [await made(100), await made(10_000)]
    for (const { run } of [few, many]) run('check')
    const [fewTime, manyTime] = await compare(runs, [() => few.run('check'), () => many.run('check')])
    const beside = { reference: '100 partitions', referenceTime: fewTime, aim: 2 }
    rows.push({ work: 'check, 10,000 partitions, warm', measured: manyTime, ...beside })
    const [nothing] = await compare(runs, [() => many.run('partitions', 'maintain')])
    const second = { reference: 'aim', referenceTime: 1000, aim: 1 }
    rows.push({ work: 'maintain, 10,000 partitions, nothing to do', measured: nothing, ...second })

    note('partitions: premake of 1,000 …')
    const { url, cwd, run } = await made(0)
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    await sql.unsafe('UPDATE tidemark.partition_policy SET premake = 1000')
    const plan = await sql.unsafe(`
      SELECT a.prepare, a.statements
        FROM tidemark.partition_policy p, tidemark.partition_plan(p) WITH ORDINALITY a ORDER BY a.ordinality`)
    await sql.end()
    await admin.unsafe('CREATE DATABASE premade TEMPLATE partitions_0')
    const texts = plan.map(({ prepare, statements }) => [...(prepare ?? []), ...statements].join(';\n'))
    const reference = runStatements(texts, urlOf(server, 'premade'), cwd)
    const [premade, referenceTime] = await compare(1, [() => run('partitions', 'maintain'), reference])
    rows.push({
      ...{ work: `premake of ${plan.length.toLocaleString('en')} partitions`, measured: premade },
      ...{ reference: referenceName, referenceTime, aim: 1.5 },
    })
  })
}

async function measureStart() {
  note('start …')
  const node = () => time(process.execPath, ['-e', '0'])
  const programs = [node, () => tidemark(['--version']), () => tidemark(['--help'])]
  const [referenceTime, version, help] = await compare(Math.max(runs, 15), programs)
  for (const [work, measured] of [
    ['--version', version],
    ['--help', help],
  ])
    rows.push({ work, measured, reference: 'node -e 0', referenceTime, aim: 1.5 })
}

try {
  if (wanted('start')) await measureStart()
  if (wanted('up')) await measureUp()
  if (wanted('check')) await measureCheck()
  if (wanted('partitions')) await measurePartitions()
  if (wanted('peers')) await measurePeers()
} finally {
  // What was measured before a program failed is worth something too.
  print(rows)
  rmSync(root, { recursive: true, force: true })
}
