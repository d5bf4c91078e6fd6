import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { expect } from 'vitest'
import { TidemarkError } from '../../src/errors/error.js'
import { loadDeclared } from '../../src/desired/desired.js'
import { kinds } from '../../src/kinds/index.js'
import { pullFiles } from '../../src/pull/pull.js'
import { createProject } from '../support/project.js'
import { equal } from '../../src/catalog/json.js'
import type { Snapshot } from '../../src/catalog/snapshot.js'
import type { ColumnAttributes } from '../../src/kinds/column/column.js'
import { sameInParents } from '../../src/kinds/partition/attachment.js'
import { qualified, quoteIdentifier } from '../../src/sql/identifier.js'
import type { PlannedStep } from '../../src/plan/plan.js'
import type { Side } from '../../src/plan/side.js'
import { common, readRows, type Rows } from '../support/rows.js'
import {
  apply,
  asFarAsTaken,
  buildSide,
  comparable,
  createSubject,
  planBetween,
  readSide,
  sideOfSql,
  type Subject,
} from '../support/transition.js'
import { universe } from './universe.js'

/** One statement of the universe: which of its variants the two schemas of a pair hold. */
interface Choice {
  readonly entry: number
  readonly first: number | undefined
  readonly second: number | undefined
}

/** Two schemas, and whether the first holds rows. */
export interface Pair {
  readonly entries: readonly Choice[]
  readonly rows: boolean
}

/** Statements that most others need: without them little of a schema would be left. */
const basic = universe.flatMap((entry, index) =>
  /^CREATE (SCHEMA|TABLE|TYPE|DOMAIN|FUNCTION)|COLUMN (n|"Text") /.test(entry.text(0)) ? index : [],
)

const choices = (entry: number): fc.Arbitrary<Choice> => {
  const variant = fc.nat(universe[entry]!.variants - 1)
  return fc.oneof(
    variant.map((first) => ({ entry, first, second: first })),
    fc.record({ entry: fc.constant(entry), first: variant, second: variant }),
    variant.map((first) => ({ entry, first, second: undefined })),
    variant.map((second) => ({ entry, first: undefined, second })),
  )
}

export const pairs: fc.Arbitrary<Pair> = fc.record({
  // Most of what stands together in the universe, such as one table, and some of all the rest. Of two choices for one
  // statement the first counts: an array without conditions shrinks best.
  entries: fc
    .nat(universe.length - 1)
    .chain((start) =>
      fc.array(
        fc
          .oneof(
            fc.nat(universe.length - 1),
            fc.constantFrom(...basic),
            fc.nat(40).map((near) => (start + near) % universe.length),
          )
          .chain(choices),
        { maxLength: 300, size: 'max' },
      ),
    )
    .map((list) => {
      const taken = new Map<number, Choice>()
      for (const item of list) if (!taken.has(item.entry)) taken.set(item.entry, item)
      return [...taken.values()].sort((a, b) => a.entry - b.entry)
    }),
  rows: fc.boolean(),
})

/** Most of the universe at once, so that much stands on each other: a pair takes longer, and finds far more. */
export const densePairs: fc.Arbitrary<Pair> = fc.record({
  entries: fc
    .tuple(
      fc.integer({ min: 40, max: 90 }),
      fc.tuple(...universe.map((_, entry) => fc.tuple(fc.nat(99), choices(entry)))),
    )
    .map(([taken, all]) => all.flatMap(([chance, choice]) => (chance < taken ? choice : []))),
  rows: fc.boolean(),
})

/** The statements of one schema of a pair; names of roles begin with `prefix`. */
export const statementsOf = ({ entries }: Pair, which: 'first' | 'second', prefix: string): string[] =>
  entries.flatMap((item) => {
    const variant = item[which]
    return variant === undefined
      ? []
      : universe[item.entry]!.text(variant).replaceAll(/@(?=reader|writer|extra)/g, prefix)
  })

/** How a database goes from the first schema of a pair to the second. */
interface Way {
  /** The second schema under the names of the first. */
  readonly unrenamed: Side
  /** The steps there. `current` is what the subject holds; `roles`: those that its history made. */
  plan(current: Side, subject: Subject, roles: readonly string[]): Promise<readonly PlannedStep[]>
  underNewNames(rows: Rows): Rows
  underOldNames(rows: Rows): Rows
}

const exported = Object.keys(await import('../../src/index.js'))

/** Databases in which pairs are tried. */
export class Trial {
  readonly scratch: Subject
  /** What an empty database holds. */
  readonly empty: Side
  #subject: Subject | undefined
  /** How many pairs were given up, since the rows of the first schema do not fit the second, or PostgreSQL cannot compute some. */
  skipped = 0

  private constructor(scratch: Subject, empty: Side) {
    this.scratch = scratch
    this.empty = empty
  }

  static async start(): Promise<Trial> {
    const scratch = await createSubject()
    for (const role of ['reader', 'writer']) await scratch.sql.unsafe(`CREATE ROLE ${scratch.rolePrefix}${role}`)
    return new Trial(scratch, await readSide(scratch))
  }

  async run(pair: Pair): Promise<void> {
    const { rolePrefix } = this.scratch
    await this.between(statementsOf(pair, 'first', rolePrefix), statementsOf(pair, 'second', rolePrefix), pair.rows)
  }

  /** From nothing to the first schema, to the second, and all the way back. */
  async between(firstTexts: readonly string[], secondTexts: readonly string[], withRows: boolean): Promise<void> {
    const first = await this.sideOf(firstTexts)
    const second = await this.sideOf(secondTexts)
    if ([first, second].some(isPlainAndComputed)) {
      this.skipped++
      return
    }
    await this.#expectPulled(first, second)
    await this.thereAndBack(first, second, withRows, {
      unrenamed: second,
      plan: (after, _subject, roles) => Promise.resolve(planBetween(after, second, roles).steps),
      underNewNames: (rows) => rows,
      underOldNames: (rows) => rows,
    })
  }

  /** From nothing to the first schema, to the second, and all the way back, rows included. */
  async thereAndBack(first: Side, second: Side, withRows: boolean, way: Way): Promise<void> {
    const subject = (this.#subject ??= await createSubject())
    try {
      const { steps: made } = planBetween(this.empty, first)
      const after = await reach(subject, made, first, [])
      if (withRows) await subject.sql.unsafe(seed)
      const rows = await readRows(subject)
      const roles = rolesIn(first)
      const changed = await way.plan(after, subject, roles)
      await reach(subject, changed, second, roles)
      const rowsAfter = way.underOldNames(await readRows(subject))
      const kept = way.underOldNames(await withPlaces(way.underNewNames(rows), subject))
      const known = (state: Rows): Rows => stored(state, first, way.unrenamed)
      expectSame([known(kept), known(rowsAfter)], true)
      await apply(subject, changed, 'down')
      expectEqual('after the way back', (await readSide(subject)).snapshot, first.snapshot)
      expectSame([kept, rowsAfter, await readRows(subject)].map(known), false)
      await apply(subject, made, 'down')
      expectEqual('after the way back to nothing', (await readSide(subject)).snapshot, this.empty.snapshot)
    } catch (error) {
      await this.#giveUp(subject)
      const { code = '' } = error as { code?: string }
      // 42501: a materialized view over a view whose role may not read what that reads; it can never be filled again.
      if ((withRows && /^2[23]/.test(code)) || code === '42501' || isOfParent(error)) this.skipped++
      else throw error
    }
  }

  sideOf(texts: readonly string[]): Promise<Side> {
    return sideOfSql([asFarAsTaken(texts)], this.scratch)
  }

  /** What `pull` writes of the second schema declares it, also where the first one is there and need not be built. */
  async #expectPulled(first: Side, second: Side): Promise<void> {
    const { files, unexpressed } = pullFiles(second.snapshot, kinds, exported)
    if (unexpressed.length > 0) throw new Error(`pull cannot express ${unexpressed.join(', ')}`)
    const folder = await createProject(Object.fromEntries(files))
    const declared = await loadDeclared(folder, this.scratch.server.version, kinds)
    await rm(folder, { recursive: true })
    const again = await buildSide(declared, this.scratch, first)
    expectEqual('as it was pulled', second.snapshot, again.snapshot)
  }

  async #giveUp(subject: Subject): Promise<void> {
    this.#subject = undefined
    await subject.close()
    const { sql, rolePrefix } = this.scratch
    const [reader, writer] = [`${rolePrefix}reader`, `${rolePrefix}writer`]
    const left = await sql<{ name: string }[]>`
      SELECT quote_ident(rolname) AS name FROM pg_roles
       WHERE starts_with(rolname, ${rolePrefix}) AND rolname NOT IN (${reader}, ${writer})`
    for (const { name } of left) await sql.unsafe(`DROP ROLE ${name}`)
    await sql.unsafe(`REVOKE ${reader} FROM ${writer}`)
  }
}

/** Whether something cannot be renamed since a table has it from a parent that it leaves only afterwards. */
const isOfParent = (error: unknown): boolean =>
  error instanceof TidemarkError &&
  error.diagnostics.some(({ code, why }) => code === 'TM213' && why?.startsWith('cannot rename inherited'))

/**
 * Whether a child has a column from one parent where it is plain and from another where it is computed: ADD COLUMN makes that
 * of a child that is there, and PostgreSQL refuses to make it in any other way.
 */
const isPlainAndComputed = ({ snapshot }: Side): boolean =>
  [...snapshot.objects.values()].some(({ kind, attributes }) => {
    if (kind !== 'column') return false
    const { schema, table, name } = attributes as ColumnAttributes
    const inParents = sameInParents('column', qualified(schema, table), name, snapshot).flatMap(
      (id) => snapshot.objects.get(id) ?? [],
    )
    return new Set(inParents.map((column) => 'generated' in column.attributes)).size > 1
  })

/** Takes a database to a schema, where nothing is left to do. `roles`: those that its history made. */
async function reach(
  subject: Subject,
  steps: readonly PlannedStep[],
  to: Side,
  roles: readonly string[],
): Promise<Side> {
  await apply(subject, steps, 'up')
  const after = await readSide(subject)
  expectEqual('after the way there', after.snapshot, to.snapshot)
  const left = planBetween(after, to, roles).changes.map(({ type, id }) => `${type} ${id}`)
  if (left.length > 0) throw new Error(`planning again: ${left.join(', ')}`)
  return after
}

const rolesIn = ({ snapshot }: Side): string[] =>
  [...snapshot.objects.values()].flatMap(({ kind, attributes }) =>
    kind === 'role' ? [(attributes as { name: string }).name] : [],
  )

/** Two databases hold the same; if not, the error names what differs. */
function expectEqual(when: string, snapshot: Snapshot, wanted: Snapshot): void {
  const left = comparable(snapshot, wanted)
  const right = comparable(wanted)
  const different = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (id) => !equal(left[id], right[id]),
  )
  const lines = different.map((id) => `${id}: ${JSON.stringify(left[id])} instead of ${JSON.stringify(right[id])}`)
  if (lines.length > 0) throw new Error(`${when}: ${lines.join('\n')}`)
}

/** Rows without the columns that the server computes on one of the sides: their values are none that could be kept. */
function stored(rows: Rows, ...sides: readonly Side[]): Rows {
  const computed = (table: string, column: string): boolean =>
    sides.some((side) => {
      const found = side.get(`column ${table}.${quoteIdentifier(column)}`)
      return found !== undefined && 'generated' in found.attributes
    })
  return new Map(
    [...rows].map(([name, table]) => {
      const columns = Object.entries(table.columns).filter(([column]) => !computed(name, column))
      return [name, { ...table, columns: Object.fromEntries(columns) }]
    }),
  )
}

/** Rows without those that no partition would take: PostgreSQL is asked, by putting them there. */
async function withPlaces(rows: Rows, { sql }: Subject): Promise<Rows> {
  const tables = await sql.unsafe<{ name: string; columns: Record<string, string> }[]>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           (select json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod)) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'p' and not c.relispartition`)
  const result = new Map(rows)
  for (const { name, columns } of tables) {
    const found = rows.get(name)
    if (found === undefined) continue
    const list = Object.keys(columns).map(quoteIdentifier).join(', ')
    const insert = `INSERT INTO ${name} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM jsonb_populate_record(null::${name}, $1::text::jsonb)`
    const failure = async (row: object): Promise<Error & { code?: string }> => {
      const undone = new Error('undone')
      const outcome: unknown = await sql
        .begin(async (tx) => {
          await tx.unsafe(insert, [JSON.stringify(row)])
          throw undone
        })
        .catch((error: unknown) => error)
      return outcome as Error
    }
    const sameType = (column: string): boolean => columns[column] === found.columns[column]
    const held: Record<string, string | null>[] = []
    for (const row of found.rows) {
      let failed = await failure(row)
      // A value that does not fit its new type says nothing about the place of its row.
      if (failed.code?.startsWith('22'))
        failed = await failure(Object.fromEntries(Object.entries(row).filter(([column]) => sameType(column))))
      if (!failed.message.startsWith('no partition of relation')) held.push(row)
    }
    result.set(name, { ...found, rows: held })
  }
  return result
}

function expectSame(states: readonly Rows[], sameType: boolean): void {
  const list = common(states, { sameType })
  expect(list.at(-1)).toEqual(list[0])
}

/** Three rows for each table, as far as it takes them. */
const seed = `
DO $seed$ DECLARE t record; n integer; BEGIN
  FOR t IN
    SELECT c.oid::regclass AS name,
           string_agg(quote_ident(a.attname), ', ') AS columns,
           string_agg(CASE y.typcategory WHEN 'N' THEN '%1$s' WHEN 'D' THEN '''2026-01-1%1$s''' WHEN 'B' THEN 'true' WHEN 'A' THEN
               CASE (SELECT typcategory FROM pg_type e WHERE e.oid = y.typelem) WHEN 'N' THEN '''{%1$s}''' WHEN 'S' THEN '''{a%1$s}''' ELSE 'NULL' END
             WHEN 'E' THEN quote_literal((SELECT enumlabel FROM pg_enum WHERE enumtypid = y.oid ORDER BY enumsortorder LIMIT 1))
             WHEN 'S' THEN '''a%1$s''' ELSE 'NULL' END, ', ') AS row
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type y ON y.oid = a.atttypid
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
       AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity <> 'a' GROUP BY c.oid
  LOOP
    FOR n IN 1..3 LOOP
      BEGIN
        EXECUTE format(format('INSERT INTO %s (%s) VALUES (%s)', replace(t.name::text, '%', '%%'), replace(t.columns, '%', '%%'), t.row), n);
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $seed$`
