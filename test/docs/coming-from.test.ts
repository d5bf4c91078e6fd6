import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { tidemark } from '../support/cli.js'
import { createDatabase, serverUrl, type TestDatabase } from '../support/database.js'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

/** What a command of the page has to do. */
interface Expected {
  /** What the database holds before; `c100` stands for it with all below. */
  readonly at?: string
  /** What it holds afterwards; left out when nothing may change. */
  readonly holds?: string
  /** What is printed, on either stream. */
  readonly says?: string | RegExp
  /** SQL that is run before. */
  readonly after?: string
  readonly code?: number
}

const file = (id: string, parents: string, message: string, rest = ''): string =>
  `import { migration, step, sql } from 'tidemark'\n\nexport default migration({ revision: '${id}', parents: [${parents}], message: '${message}'${rest} }, [\n  step({ up: sql\`SELECT '${id}'\`, down: sql\`SELECT\` }),\n])\n`

const trunk = {
  'migrations/1_users.ts': file('a000', '', 'users'),
  'migrations/2_devices.ts': file('b000', "'a000'", 'devices'),
  'drizzle/meta/_journal.json': '{"entries":[{"when":100,"tag":"0000_users"},{"when":200,"tag":"0001_devices"}]}',
  'schema/totals.ts': `import { table } from 'tidemark'\nexport const totals = table('totals', (c) => ({ id: c.bigint() }))\n`,
}

const branches = {
  'migrations/3_baskets.ts': file('c100', "'b000'", 'baskets', ", labels: ['cart']"),
  'migrations/4_vouchers.ts': file('c200', "'c100'", 'vouchers'),
  'migrations/5_sensors.ts': file('d100', "'b000'", 'sensors'),
  'migrations/6_readings.ts': file('d200', "'d100'", 'readings'),
  'migrations/7_networks.ts': file('n100', '', 'networks', ", labels: ['net'], dependsOn: ['c100']"),
  'migrations/8_hosts.ts': file('n200', "'n100'", 'hosts'),
  'migrations/tags': 'v1.0 b000\n',
}

const all = 'a000 b000 c100 c200 d100 d200 n100 n200'
const wrote = (head: string): RegExp => new RegExp(`Wrote migrations/.*${head}`)
const parentsOf = (parents: string): RegExp => new RegExp(`Wrote [^]*parents: \\[${parents}\\]`)

/** What another tool left in the database: the first two migrations. */
const ledgers: Readonly<Record<string, string>> = {
  alembic: `CREATE TABLE alembic_version AS SELECT 'b000' AS version_num`,
  'node-pg-migrate': `CREATE TABLE pgmigrations AS
    SELECT * FROM (VALUES (1, '1_users', now()), (2, '2_devices', now())) AS m (id, name, run_on)`,
  knex: `CREATE TABLE knex_migrations AS SELECT * FROM (VALUES (1, '1_users.js'), (2, '2_devices.js')) AS m (id, name)`,
  drizzle: `CREATE TABLE __drizzle_migrations AS SELECT * FROM (VALUES (1, 100), (2, 200)) AS m (id, created_at)`,
}

/** The rows of the section on moving over. */
const moving = (tool: string, head: string, flags = ''): Readonly<Record<string, Expected>> => ({
  'tidemark pull --out pulled': { says: 'Wrote ' },
  [`tidemark adopt --from ${tool}${flags}`]: { at: '', holds: 'a000 b000' },
  [`tidemark adopt --from ${tool} --at ${head}`]: { at: '', holds: 'a000 b000' },
  [`tidemark adopt --from ${tool} --at ${head} --verify`]: { at: '', holds: 'a000 b000' },
})

const alembic: Readonly<Record<string, Expected>> = {
  ...moving('alembic', 'b000'),
  'tidemark branches': { says: '├─ c100  baskets  → c200  (cart)' },
  'tidemark branches --json': { says: '"labels": [' },
  'tidemark baseline --migrations fresh --dry-run': {
    at: '',
    after: 'CREATE TABLE totals (id bigint)',
    says: 'CREATE TABLE public.totals',
  },
  'tidemark squash base:b000': { at: 'c100', says: 'b000  devices  ' },
  'tidemark identify': { at: '', says: 'Next: tidemark stamp' },
  'tidemark stamp base --verify': { at: 'c100', holds: '' },
  'tidemark verify': { says: 'lossless      c200  vouchers' },
  'tidemark repair': { at: 'c100', says: 'Nothing is wrong' },
  'tidemark merge --rebase d200': { says: 'now stands on' },
  'tidemark check': { at: 'c100', code: 4, says: 'TM401' },
  'tidemark current': { at: 'c100', says: 'c100  baskets  (current, branch cart)\n' },
  'tidemark current --verbose': { at: 'c100', says: /applied: .* by .*@/ },
  'tidemark current --check-heads': { at: 'c100', code: 4, says: 'lacks 5 revisions' },
  'tidemark down b000': { at: 'c200 d200', holds: 'a000 b000' },
  'tidemark down cart@-1': { at: 'c200 d200', holds: 'a000 b000 c100 d100 d200' },
  'tidemark down base': { at: 'c200 n200', holds: '' },
  'tidemark down c200:b000 --sql': { says: /take back c200|c200[^]*c100/ },
  'tidemark edit c200': { says: '' },
  'tidemark stamp current': { at: 'c100', says: 'nothing was run' },
  'tidemark heads': { says: 'c200  vouchers  (head)\nd200  readings  (head)\nn200  hosts     (head)\n' },
  'tidemark heads --verbose': { says: '  parents: c100' },
  'tidemark heads --resolve-dependencies': { says: 'n200  hosts' },
  'tidemark history': { at: 'c100', says: '●    a000  users     applied' },
  'tidemark history --verbose': { at: 'c100', says: 'needs:   c100' },
  'tidemark history --indicate-current': { at: 'c100', says: '(current, branch cart)' },
  'tidemark history base:c200': { says: /c200[^]*c100[^]*b000[^]*a000/ },
  'tidemark init --dir shop': { says: 'shop/tidemark.config.ts' },
  'tidemark init --dir iot --template telemetry': { says: 'iot/schema/telemetry.ts' },
  'tidemark init --help': { says: 'choices: "telemetry", "blank"' },
  'tidemark merge -m "both"': { says: wrote('both') },
  'tidemark merge -m "both" c200 d200 --branch-label both --rev-id e000': { says: wrote('e000_both') },
  'tidemark merge -m "both" c100 d200 --splice': { says: parentsOf("'c100', 'd200'") },
  'tidemark revision -m "add totals" --head d200': { says: parentsOf("'d200'") },
  'tidemark autogenerate -m "add totals" --head d200': { at: 'c200 d200 n200', says: parentsOf("'d200'") },
  'tidemark autogenerate --dry-run --head d200': { at: 'c200 d200 n200', says: 'CREATE TABLE public.totals' },
  'tidemark revision -m "x" --head c100 --splice': { says: parentsOf("'c100'") },
  'tidemark revision -m "x" --head base --branch-label mail': { says: /Wrote [^]*parents: \[\][^]*labels: \['mail'\]/ },
  'tidemark revision -m "x" --head net@head --depends-on d200': { says: /parents: \['n200'\][^]*dependsOn: \['d200'\]/ },
  'tidemark revision -m "x" --rev-id f000 --head d200': { says: wrote('f000_x') },
  'tidemark revision -m "x" --head d200': { says: parentsOf("'d200'") },
  'tidemark show c200': { says: "up:   SELECT 'c200'" },
  'tidemark show heads': { says: /^c200 [^]*\nd200 [^]*\nn200 / },
  'tidemark stamp b000': { at: 'c200 n200', holds: 'a000 b000' },
  'tidemark stamp b000 --purge': { at: 'c200 n200', holds: 'a000 b000' },
  'tidemark stamp b000 --sql': { says: /INSERT INTO tidemark\.revision/ },
  'tidemark stamp base --sql': { says: /CREATE SCHEMA/ },
  'tidemark stamp c200 d200': { at: 'n200', holds: 'a000 b000 c100 c200 d100 d200' },
  'tidemark up cart@head': { at: 'a000', holds: 'a000 b000 c100 c200' },
  'tidemark up heads': { at: 'a000', holds: all },
  'tidemark up heads --sql': { at: 'd200', says: "SELECT 'c200'" },
  'tidemark up b000:c200 --sql': { says: "SELECT 'c100'" },
  'tidemark --version': { says: /^\d+\.\d+\.\d+\n$/ },
  'tidemark current --config other.config.json': { at: 'c100', says: 'c100' },
  'tidemark up heads --quiet': { at: 'a000', holds: all, says: /^$/ },
  'tidemark show c2': { says: /^c200 / },
  'tidemark show current': { at: 'c100', says: /^c100 / },
  'tidemark history base:net@head': { says: /n200[^]*n100[^]*c100[^]*a000/ },
  'tidemark history base:b000': { says: /^[●○] {2}b000[^]*a000 [^\n]*\n$/ },
  'tidemark up cart@+1': { at: 'c100', holds: 'a000 b000 c100 c200' },
  'tidemark down -1': { at: 'c100', holds: 'a000 b000' },
  'tidemark show a000+1': { says: /^b000 / },
  'tidemark show c200-2': { says: /^b000 / },
  'tidemark show cart': { says: /^c100 / },
  'tidemark show cart@heads': { says: /^c200 / },
  'tidemark down cart@base': { at: 'c200 d200', holds: 'a000 b000 d100 d200' },
  'tidemark show cart@+1': { at: 'c100', says: /^c200 / },
  'tidemark show cart@head-1': { says: /^c100 / },
  'tidemark show cart@c100+1': { says: /^c200 / },
  'tidemark show cart@c2': { says: /^c200 / },
  'tidemark show d100@head': { says: /^d200 / },
  'tidemark history a000:b000': { says: /^[●○] {2}b000 [^\n]*\n$/ },
  'tidemark history b000:': { says: /n200[^]*c100/ },
  'tidemark history :b000': { says: /^[●○] {2}b000[^]*a000 [^\n]*\n$/ },
  'tidemark history -1:current': { at: 'c100', says: /^● {2}c100 [^\n]*\n$/ },
  'tidemark history b000:cart@+1': { at: 'c100', says: /^● {2}c100 [^\n]*\n$/ },
  'tidemark show v1.0': { says: /^b000 [^]*tags: {4}v1\.0\n/ },
  'tidemark show "reading"': { says: /^d200 / },
}

const small: Readonly<Record<string, Expected>> = {
  ...moving('node-pg-migrate', 'head'),
  ...moving('knex', 'head'),
  ...moving('drizzle', 'head', ' --journal drizzle/meta/_journal.json'),
  'tidemark squash base:head': { at: 'b000', says: 'a000  users  ' },
  'tidemark revision -m "add totals"': { says: parentsOf("'b000'") },
  'tidemark revision -m "fill in"': { says: parentsOf("'b000'") },
  'tidemark revision -m "index" --template concurrently': { says: 'CREATE INDEX CONCURRENTLY' },
  'tidemark revision -m "add totals" --template concurrently': { says: 'CREATE INDEX CONCURRENTLY' },
  'tidemark up': { at: 'a000', holds: 'a000 b000' },
  'tidemark up +1': { at: '', holds: 'a000' },
  'tidemark up a000': { at: '', holds: 'a000' },
  'tidemark up users': { at: '', holds: 'a000' },
  'tidemark down': { at: 'b000', holds: 'a000' },
  'tidemark down -1': { at: 'b000', holds: 'a000' },
  'tidemark down -2': { at: 'b000', holds: '' },
  'tidemark down base': { at: 'b000', holds: '' },
  'tidemark down a000': { at: 'b000', holds: 'a000' },
  'tidemark down devices-1': { at: 'b000', holds: 'a000' },
  'tidemark down -1, tidemark up +1': { at: 'b000', says: /down[^]*up/ },
  'tidemark stamp head': { at: '', holds: 'a000 b000' },
  'tidemark up --dry-run': { at: 'a000', says: "SELECT 'b000'" },
  'tidemark up base:head --sql': { says: /SELECT 'a000'[^]*SELECT 'b000'/ },
  'tidemark history --migrations migrations': { at: 'b000', says: '(current, head)' },
  'tidemark history': { at: 'b000', says: '(current, head)' },
  'tidemark current': { at: 'b000', says: 'b000  devices  (current, head)\n' },
  'tidemark current --url "$DATABASE_URL"': { at: 'b000', says: 'b000' },
  'tidemark current --config other.config.json': { at: 'b000', says: 'b000' },
  'tidemark check': { at: 'a000', code: 4, says: 'TM401' },
  'tidemark init --dir shop': { says: 'shop/tidemark.config.ts' },
  'tidemark lock status': { at: 'b000', says: 'lock' },
  'tidemark autogenerate -m "add totals"': { at: 'b000', says: parentsOf("'b000'") },
  'tidemark autogenerate -m wip --dry-run': { at: 'b000', says: 'CREATE TABLE public.totals' },
  'tidemark autogenerate -m wip, tidemark up': { at: 'b000', says: /Wrote [^]*Applied 1 revision/ },
}

const docs = new URL('../../docs/', import.meta.url)

/** The commands in the second column of a page's tables: those of one row are run one after the other. */
function rowsOf(page: string): readonly (readonly string[])[] {
  const lines = readFileSync(new URL(page, docs), 'utf8').split('\n')
  return lines
    .filter((line) => line.startsWith('| '))
    .map((line) => [...line.split(' | ')[1]!.matchAll(/`(tidemark [^`]+)`/g)].map((match) => match[1]!))
    .filter((commands) => commands.length > 0)
}

const words = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!).slice(1)

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
})

async function output(args: readonly string[], cwd: string): Promise<{ code: number | null; text: string }> {
  const env = { DATABASE_URL: database.url, VISUAL: '', EDITOR: 'true' }
  const run = args.includes('--help') || args.includes('--version') ? tidemark : inProcess
  const { code, stdout, stderr } = await run(args, { cwd, env })
  return { code, text: stdout + stderr }
}

async function held(): Promise<string> {
  const rows = await database.sql<{ id: string }[]>`SELECT revision AS id FROM tidemark.revision ORDER BY 1`
  return rows.map(({ id }) => id).join(' ')
}

/** What was printed, with the text of a file that was written. */
function withFile(text: string, cwd: string): string {
  const [, path] = /^Wrote (\S+\.ts)$/m.exec(text) ?? []
  return path === undefined ? text : text + readFileSync(join(cwd, path), 'utf8')
}

const pages: readonly (readonly [string, Readonly<Record<string, Expected>>, Readonly<Record<string, string>>])[] = [
  ['coming-from-alembic.md', alembic, { ...trunk, ...branches }],
  ['coming-from-node-pg-migrate.md', small, trunk],
  ['coming-from-knex.md', small, trunk],
  ['coming-from-drizzle-kit.md', small, trunk],
]

test('every page is tested', () => {
  const names = readdirSync(docs).filter((name) => name.startsWith('coming-from-'))
  expect(pages.map(([page]) => page).sort()).toEqual(names.sort())
})

describe.each(pages)('%s', (page, expectations, files) => {
  const rows = rowsOf(page)

  test('says what each command does', () => {
    const unknown = rows.map((row) => row.join(', ')).filter((row) => !Object.hasOwn(expectations, row))
    expect(unknown).toEqual([])
    expect(rows.length).toBeGreaterThan(8)
  })

  test.each([...new Set(rows.map((row) => row.join(', ')))])('%s', async (row) => {
    const { at, holds, says = '', code = 0, after } = expectations[row]!
    const config = JSON.stringify({ scratchUrl: serverUrl() })
    const cwd = await createProject({ ...files, 'tidemark.config.json': config, 'other.config.json': config })
    await database.sql`DROP TABLE IF EXISTS totals, alembic_version, pgmigrations, knex_migrations, __drizzle_migrations`
    const ledger = ledgers[/--from (\S+)/.exec(row)?.[1] ?? '']
    if (ledger !== undefined) await database.sql.unsafe(ledger)
    if (after !== undefined) await database.sql.unsafe(after)
    await output(['stamp', ...(at === undefined || at === '' ? ['base'] : at.split(' '))], cwd)
    const before = await held()
    let text = ''
    for (const command of row.split(', ')) {
      const done = await output(words(command.replace('$DATABASE_URL', database.url)), cwd)
      text += done.text
      expect(done.code, text).toBe(code)
    }
    if (typeof says === 'string') expect(withFile(text, cwd)).toContain(says)
    else expect(withFile(text, cwd)).toMatch(says)
    if (!row.startsWith('tidemark autogenerate -m wip, ')) expect(await held()).toBe(holds ?? before)
  })
})

test('the history that the Alembic page draws', async () => {
  const cwd = await createProject({ ...trunk, ...branches, 'tidemark.config.json': '{}' })
  const { stdout } = await inProcess(['history'], { cwd })
  expect(readFileSync(new URL('coming-from-alembic.md', docs), 'utf8')).toContain(`$ tidemark history\n${stdout}\`\`\``)
})
