import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadModule, loadModules } from '../../src/config/load-typescript.js'
import type { TidemarkError } from '../../src/errors/error.js'
import { migrationFileName } from '../../src/revisions/file-name.js'
import type { Migration, Step } from '../../src/revisions/migration.js'
import { renderMigration, type WrittenStep } from '../../src/revisions/render.js'
import { writeMigration } from '../../src/revisions/write.js'
import { Sql, type Secret } from '../../src/sql/sql.js'
import { createProject } from '../support/project.js'

const head = { revision: '3f9c2a1b7d04', parents: ['8d1e0c55a2b7'], message: 'wider totals' }
const raw = (text: string): Sql => new Sql([text])
const at = new Date('2026-11-20T10:15:42Z')

describe('a migration file', () => {
  it('reads well: both ways side by side, blocks indented, secrets by name', () => {
    const steps: WrittenStep[] = [
      {
        mode: 'transaction',
        comment: 'Totals no longer fit',
        hazards: [{ code: 'TM203', what: 'the way back cuts 2 values' }],
        up: [raw('ALTER TABLE orders ALTER COLUMN total TYPE numeric(12,2)')],
        down: [raw('ALTER TABLE orders ALTER COLUMN total TYPE numeric(8,2)')],
      },
      {
        mode: 'alone',
        up: [raw('CREATE INDEX CONCURRENTLY orders_total ON orders (total)')],
        down: [raw('DROP INDEX CONCURRENTLY orders_total')],
      },
      {
        mode: 'transaction',
        up: [raw('CREATE TABLE notes (\n  id bigint PRIMARY KEY,\n  text text\n)')],
        down: [raw('DROP TABLE notes')],
      },
      {
        mode: 'transaction',
        up: [raw('CREATE ROLE app LOGIN'), new Sql(['ALTER ROLE app PASSWORD ', { secret: 'APP_PASSWORD' }])],
        down: [raw('DROP ROLE app')],
      },
    ]
    expect(renderMigration({ head: { ...head, roles: ['app'] }, steps }))
      .toBe(`import { migration, step, sql, secret } from 'tidemark'

export default migration({
  revision: '3f9c2a1b7d04', parents: ['8d1e0c55a2b7'], message: 'wider totals',
  roles: ['app'],
}, [
  // Totals no longer fit
  // TM203: the way back cuts 2 values
  step({ up:   sql\`ALTER TABLE orders ALTER COLUMN total TYPE numeric(12,2)\`,
         down: sql\`ALTER TABLE orders ALTER COLUMN total TYPE numeric(8,2)\` }),
  step.alone({ up:   sql\`CREATE INDEX CONCURRENTLY orders_total ON orders (total)\`,
               down: sql\`DROP INDEX CONCURRENTLY orders_total\` }),
  step({
    up:   sql\`
      CREATE TABLE notes (
        id bigint PRIMARY KEY,
        text text
      )
      \`,
    down: sql\`DROP TABLE notes\`,
  }),
  step({
    up:   [
      sql\`CREATE ROLE app LOGIN\`,
      sql\`ALTER ROLE app PASSWORD \${secret('APP_PASSWORD')}\`,
    ],
    down: sql\`DROP ROLE app\`,
  }),
])
`)
  })

  it('says the rest of its place in the history, where there is any', async () => {
    const content = {
      head: { ...head, labels: ['cart'], dependsOn: ['111111111111'], replaces: ['2a', '2b'] },
      steps: [],
    }
    const text = renderMigration(content)
    expect(text).toBe(`import { migration, step, sql } from 'tidemark'

export default migration({
  revision: '3f9c2a1b7d04', parents: ['8d1e0c55a2b7'], message: 'wider totals',
  labels: ['cart'],
  dependsOn: ['111111111111'],
  replaces: ['2a', '2b'],
}, [])
`)
    const root = await createProject({ 'm.ts': text })
    expect((await loadModule(`${root}/m.ts`))['default']).toEqual({ ...content.head, steps: [] })
  })

  it('is named by its minute, id and message', () => {
    expect(migrationFileName(head.revision, head.message, at)).toBe('20261120T1015_3f9c2a1b7d04_wider_totals.ts')
    expect(migrationFileName(head.revision, '  Größere Summen: überall, für alle Bestellungen ever', at)).toBe(
      '20261120T1015_3f9c2a1b7d04_gro_ere_summen_uberall_fur_alle_bestellu.ts',
    )
    expect(migrationFileName(head.revision, '€', at)).toBe('20261120T1015_3f9c2a1b7d04.ts')
  })

  it('is never overwritten, and nothing else is left in the folder', async () => {
    const folder = await createProject()
    const path = await writeMigration({ head, steps: [] }, folder, at)
    const text = await readFile(path, 'utf8')
    const steps = [{ mode: 'transaction', up: [raw('SELECT 1')], down: [] }] as const
    const error = await writeMigration({ head, steps }, folder, at).catch((thrown: unknown) => thrown)
    expect((error as TidemarkError).diagnostics[0]!.code).toBe('TM315')
    expect(await readFile(path, 'utf8')).toBe(text)
    expect(await readdir(folder)).toEqual(['20261120T1015_3f9c2a1b7d04_wider_totals.ts'])
  })

  it('gives back any text exactly', { timeout: 120_000 }, async () => {
    const folder = await createProject()
    const characters = fc.constantFrom(
      '`',
      '$',
      '{',
      '}',
      '\\',
      '\n',
      ' ',
      '\t',
      "'",
      '"',
      'a',
      'é',
      '🌊',
      '\r',
      '\u2028',
      '\0',
      ';',
      '-',
      '\ud800',
    )
    const text = fc.oneof(fc.string({ unit: characters, maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }))
    const secretName = fc.record({ secret: fc.constantFrom('A', 'B_2') })
    const statement = fc
      .array(fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: secretName }), { maxLength: 4 })
      .map(merged)
    const statements = fc.array(statement, { maxLength: 3 })
    const step = fc.record<WrittenStep>({
      mode: fc.constantFrom('transaction' as const, 'alone' as const),
      up: statements,
      down: statements,
      comment: text,
    })
    const written = fc.array(
      fc.record({
        head: fc.record({ revision: fc.constant(head.revision), parents: fc.array(text), message: text }),
        steps: fc.array(step, { maxLength: 3 }),
      }),
      {
        minLength: 20,
        maxLength: 20,
      },
    )
    let count = 0
    await fc.assert(
      fc.asyncProperty(written, async (list) => {
        // Several at once, since each run of the compiler takes a while.
        const paths = await Promise.all(list.map((content) => writeMigration(content, `${folder}/${count++}`, at)))
        const modules = await loadModules(paths)
        paths.forEach((path, index) => {
          const read = modules[path]!['default'] as Migration
          const { head: expected, steps } = list[index]!
          expect({ revision: read.revision, parents: read.parents, message: read.message }).toEqual(expected)
          expect(read.steps.map(partsOf)).toEqual(steps.map(partsOf))
        })
      }),
      { numRuns: 15 },
    )
  })

  it('imports nothing that it does not use', async () => {
    const folder = await createProject()
    const path = await writeMigration({ head, steps: [] }, folder, at)
    expect((await loadModule(path))['default']).toEqual({ ...head, steps: [] })
  })
})

const partsOf = ({ up, down, mode }: Step): object => ({
  mode,
  up: up.map(({ parts }) => parts),
  down: down.map(({ parts }) => parts),
})

/** As the `sql` tag gives it: no two texts in a row, and at least one. */
function merged(parts: readonly (string | Secret)[]): Sql {
  const list: (string | Secret)[] = ['']
  for (const part of parts) {
    const last = list.at(-1)
    if (typeof part === 'string' && typeof last === 'string') list[list.length - 1] = last + part
    else if (typeof part === 'string') list.push(part)
    else list.push(part, '')
  }
  return new Sql(list)
}
