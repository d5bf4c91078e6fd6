import { expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createDatabase } from '../support/database.js'
import { createProject } from '../support/project.js'

/** What a person reads when this schema is compared with an empty database. */
async function refusal(schema: string): Promise<string> {
  const database = await createDatabase()
  const cwd = await createProject({ 'tidemark.config.json': '{}', 'schema/a.ts': schema })
  const { code, stderr, stdout } = await inProcess(['autogenerate', '-m', 'x', '--url', database.url], { cwd })
  expect(code).toBe(2)
  expect(stdout).toBe('')
  return stderr.replaceAll(`${cwd}/`, '')
}

test('two declarations of one object', async () => {
  expect(
    await refusal(`import { table } from 'tidemark'
export const a = table('notes', (c) => ({ id: c.integer() }))
export const b = table('notes', (c) => ({ id: c.integer() }))
`),
  ).toBe(`error TM101 duplicate-declaration  table public.notes
  what: table public.notes is declared twice
  why:  it is first declared at schema/a.ts:2
  fix:  remove one of the declarations
  at:   schema/a.ts:3:18
        export const b = table('notes', (c) => ({ id: c.integer() }))
`)
})

test('a column that is not declared', async () => {
  expect(
    await refusal(`import { index, table } from 'tidemark'
export const a = table('notes', (c) => ({ id: c.integer() }), (t: any) => ({
  indexes: [index('i').on(t.title)],
}))
`),
  ).toBe(`error TM102 undeclared-column  public.notes
  what: the table public.notes has no column title
  why:  its columns are id
  fix:  declare the column, or correct its name
  at:   schema/a.ts:3:29
        indexes: [index('i').on(t.title)],
`)
})

test('a name that PostgreSQL would cut', async () => {
  const name = 'n'.repeat(64)
  expect(
    await refusal(
      `import { table } from 'tidemark'\nexport const a = table('${name}', (c) => ({ id: c.integer() }))\n`,
    ),
  ).toBe(`error TM103 long-name  table public.${name}
  what: the name ${name} has 64 bytes, and PostgreSQL takes 63
  why:  it would cut the name without an error, and the object would go by another one than is declared
  fix:  choose a shorter name
  at:   schema/a.ts:2:18
        export const a = table('${name}', (c) => ({ id: c.integer() }))
`)
})

const telemetryWith = (rest: string, columns = ''): string => `import { range, sql, table, unique } from 'tidemark'
export const t = table('telemetry', (c) => ({ device_uid: c.text(), msg_id: c.text(), ts: c.timestamptz()${columns} }), (t) => ({
  ${rest}
}))
`

test('a unique constraint that misses the partition key, with the four choices', async () => {
  expect(
    await refusal(telemetryWith(`partitionBy: range(t.ts), constraints: [unique('uq').on(t.device_uid, t.msg_id)],`)),
  ).toBe(`error TM120 key-misses-partition-key  constraint public.telemetry.uq
  what: UNIQUE (device_uid, msg_id) does not contain the partition key ts of public.telemetry
  why:  PostgreSQL enforces uniqueness in each partition by itself, so that the key has to tell the partition
  fix:  add ts to it (weaker: the same device_uid, msg_id may come again with another ts)
        or make it unique in each partition only, with an index of each partition
        or keep the keys that were seen in a table of their own, with PRIMARY KEY (device_uid, msg_id), written in the same transaction
        or partition by hash of device_uid instead
  at:   schema/a.ts:3:56
        partitionBy: range(t.ts), constraints: [unique('uq').on(t.device_uid, t.msg_id)],
`)
})

test.each(['stored', 'virtual'])('a generated column (%s) as partition key', async (kind) => {
  const schema = telemetryWith('partitionBy: range(t.day),', `, day: c.date().generatedAs(sql\`ts::date\`, '${kind}')`)
  expect(await refusal(schema)).toContain(`error TM121 generated-partition-key  table public.telemetry
  what: public.telemetry is partitioned by the generated column day
  why:  PostgreSQL chooses the partition of a row before it computes generated columns
  fix:  partition by the column that it is generated from
        or fill it by a default, or by the application, instead
  at:   schema/a.ts:2:18
`)
})

test('a partition key that depends on the time zone', async () => {
  expect(await refusal(telemetryWith("partitionBy: range(sql`date_trunc('day', ts)`),")))
    .toContain(`error TM123 volatile-partition-key  table public.telemetry
  what: PostgreSQL refuses the declaration: functions in partition key expression must be marked IMMUTABLE
  why:  the partition of a row has to be the same for everyone, and this expression depends on settings such as the time zone
        in: CREATE TABLE public.telemetry (
`)
})

test('a cast to a date as partition key', async () => {
  expect(await refusal(telemetryWith('partitionBy: range(sql`(ts::date)`),'))).toContain(
    `error TM123 volatile-partition-key  table public.telemetry`,
  )
})

test('a primary key of the id alone on a table partitioned by time', async () => {
  const schema = `import { primaryKey, telemetry } from 'tidemark'
export const t = telemetry('telemetry', (c) => ({ id: c.bigint().identity(), ts: c.timestamptz().notNull() }), (t) => ({
  partitionBy: { column: t.ts, every: '1 month' },
  constraints: [primaryKey().on(t.id)],
}))
`
  expect(await refusal(schema)).toContain(`
  what: PRIMARY KEY (id) does not contain the partition key ts of public.telemetry
`)
})

test('an unlogged table that is partitioned', async () => {
  expect(await refusal(telemetryWith('unlogged: true, partitionBy: range(t.ts),')))
    .toBe(`error TM122 unlogged-partitioned  table public.telemetry
  what: table public.telemetry is both partitioned and unlogged
  why:  a partitioned table has no storage of its own
  fix:  declare its partitions as unlogged instead
  at:   schema/a.ts:2:18
        export const t = table('telemetry', (c) => ({ device_uid: c.text(), msg_id: c.text(), ts: c.timestamptz() }), (t) => ({
`)
})

test('an index on an expression that depends on the time zone', async () => {
  const schema = `import { index, sql, table } from 'tidemark'
export const a = table('notes', (c) => ({ ts: c.timestamptz() }), () => ({ indexes: [index('notes_day').on(sql\`date_trunc('day', ts)\`)] }))
`
  const message = await refusal(schema)
  expect(message).toContain(`error TM126 volatile-index-expression  table public.notes
  what: PostgreSQL refuses the declaration: functions in index expression must be marked IMMUTABLE
`)
  expect(message).toContain(`
  fix:  name the zone: date_trunc('day', ts, 'UTC') and date_bin(…) are immutable; ts::date and date_trunc('day', ts) are not
        or index the column itself and compare with a range
`)
})

test('GIN on json', async () => {
  expect(
    await refusal(`import { index, table } from 'tidemark'
export const a = table('notes', (c) => ({ body: c.json() }), (t) => ({ indexes: [index('notes_body').using('gin', t.body)] }))
`),
  ).toBe(`error TM124 gin-on-json  table public.notes
  what: PostgreSQL refuses the declaration: data type json has no default operator class for access method "gin"
  why:  json keeps the text as it came; only jsonb is stored in a form that can be indexed
        in: CREATE INDEX notes_body ON public.notes USING gin (body)
  fix:  declare the column as c.jsonb()
        or index an expression: sql\`(body::jsonb)\`
  at:   schema/a.ts:2:18
        export const a = table('notes', (c) => ({ body: c.json() }), (t) => ({ indexes: [index('notes_body').using('gin', t.body)] }))
`)
})

test('an exclusion constraint on a scalar without btree_gist', async () => {
  const schema = `import { exclude, table } from 'tidemark'
export const a = table('bookings', (c) => ({ room: c.integer(), during: c.tsrange() }), (t) => ({
  constraints: [exclude('no_overlap').using('gist').with([t.room, '='], [t.during, '&&'])],
}))
`
  expect(await refusal(schema)).toContain(`error TM125 needs-btree-gist  table public.bookings
  what: PostgreSQL refuses the declaration: data type integer has no default operator class for access method "gist"
  why:  GiST compares scalars such as numbers, text and uuid only with the operator classes of btree_gist
`)
  expect(await refusal(schema)).toContain(
    `  fix:  declare the extension: export const btreeGist = extension('btree_gist')\n  at:   schema/a.ts:2:18\n`,
  )
})

test('GiST on what btree_gist knows as little', async () => {
  const schema = `import { index, table } from 'tidemark'
export const a = table('notes', (c) => ({ body: c.jsonb() }), (t) => ({ indexes: [index('notes_body').using('gist', t.body)] }))
`
  const message = await refusal(schema)
  expect(message).toContain(`error TM110 declaration-refused  table public.notes
  what: PostgreSQL refuses the declaration: data type jsonb has no default operator class for access method "gist"
`)
  expect(message).not.toContain('btree_gist')
})

test('whatever else PostgreSQL refuses, with the statement and the place', async () => {
  expect(
    await refusal(`import { check, sql, table } from 'tidemark'
export const a = table('notes', (c) => ({ id: c.integer() }), () => ({ constraints: [check('c', sql\`size > 0\`)] }))
`),
  ).toBe(`error TM110 declaration-refused  table public.notes
  what: PostgreSQL refuses the declaration: column "size" does not exist
  why:  in: CREATE TABLE public.notes (
          id integer,
          CONSTRAINT c CHECK (size > 0)
                              ^
        )
  fix:  correct the declaration
  at:   schema/a.ts:2:18
        export const a = table('notes', (c) => ({ id: c.integer() }), () => ({ constraints: [check('c', sql\`size > 0\`)] }))
`)
})

test('each declaration that is refused by itself is told, and not what only misses it', async () => {
  const message = await refusal(`import { sql, table, view } from 'tidemark'
export const a = table('a', (c) => ({ id: c.bigint() }))
export const b = table('b', (c) => ({ a: c.bigint().references(() => a.id) }))
export const c = table('c', (c) => ({ id: c.integer().default(sql\`'x'\`) }))
export const v = view('v', sql\`SELECT * FROM c\`)
`)
  expect(message.match(/^error .*/gm)).toEqual([
    'error TM110 declaration-refused  table public.b',
    'error TM110 declaration-refused  table public.c',
  ])
  expect(message).toContain(`
  fix:  point to such columns
        or make these a key: .primaryKey() or .unique() for one column, unique(…).on(…) for several
  at:   schema/a.ts:3:18
`)
})

test('what is missing is told where nothing else is wrong', async () => {
  const message = await refusal(`import { sql, table, view } from 'tidemark'
export const t = table('t', (c) => ({ at: c.type('geometry') }))
export const v = view('v', sql\`SELECT *
  FROM nowhere\`)
`)
  expect(message.match(/^error .*/gm)).toEqual([
    'error TM110 declaration-refused  table public.t',
    'error TM110 declaration-refused  view public.v',
  ])
  expect(message).toContain(`
  why:  no declaration makes it; a name without a schema is looked for in public
        in: CREATE VIEW public.v AS
        SELECT *
          FROM nowhere
               ^
  fix:  declare it, or correct its name
`)
})

test('of a long statement the lines around the place are shown', async () => {
  const columns = Array.from({ length: 40 }, (_, n) => `1 AS c${n}`).join(',\n  ')
  const message = await refusal(`import { sql, view } from 'tidemark'
export const v = view('v', sql\`SELECT ${columns},
  naught\`)
`)
  expect(message).toContain(`in: …\n          1 AS c29,\n`)
  expect(message).toContain(`          1 AS c39,\n          naught\n          ^\n`)
})

test('a column that is nearly right, and parts of a table that stand where those of others do', async () => {
  const near = await refusal(`import { index, table } from 'tidemark'
export const a = table('a', (c) => ({ owner_id: c.integer() }), (t) => ({ indexes: [index('i').on(t.ownerId)] }))
`)
  expect(near).toContain('  what: the table public.a has no column ownerId\n')
  expect(near).toContain('  fix:  did you mean owner_id?\n')
  const parts = await refusal(`import { comment, table } from 'tidemark'
export const a = table('a', (c) => ({ id: c.integer() })).with(comment('all of them'))
`)
  expect(parts).toContain(
    '  fix:  a table takes grants, comments and other parts in its third argument: (t) => ({ parts: [comment(…)] })\n',
  )
})

test('a foreign key to a part of the key of a partitioned table', async () => {
  expect(
    await refusal(`import { primaryKey, table, telemetry } from 'tidemark'
export const readings = telemetry('readings', (c) => ({ id: c.bigint().identity(), ts: c.timestamptz().notNull() }), (t) => ({
  partitionBy: { column: t.ts, every: '1 month' },
  constraints: [primaryKey().on(t.id, t.ts)],
}))
export const marks = table('marks', (c) => ({ reading_id: c.bigint().references(() => readings.id) }))
`),
  ).toBe(`error TM134 references-part-of-key  constraint public.marks.marks_reading_id_fkey
  what: public.marks.marks_reading_id_fkey refers to public.readings (id), which is partitioned by ts
  why:  a key of a partitioned table contains the partition key, so that nothing keeps this part of it unique
  fix:  keep ts beside reading_id in public.marks, and refer to (id, ts)
        or partition public.readings by hash of id
        or keep (id) in a table of its own that both refer to
        or leave the foreign key out, and let a trigger or the application look
  at:   schema/a.ts:6:61
        export const marks = table('marks', (c) => ({ reading_id: c.bigint().references(() => readings.id) }))
`)
})

test('a BEFORE trigger that looks at a generated column', async () => {
  const message = await refusal(`import { sql, table, trigger } from 'tidemark'
export const a = table('a', (c) => ({ id: c.integer(), twice: c.integer().generatedAs(sql\`id * 2\`) }), () => ({
  triggers: [trigger('t').before('update').forEach('row').when(sql\`NEW.twice > 0\`).execute('suppress_redundant_updates_trigger')],
}))
`)
  expect(message).toContain(
    "  what: PostgreSQL refuses the declaration: BEFORE trigger's WHEN condition cannot reference NEW generated columns\n" +
      '  why:  generated columns are computed after the BEFORE triggers\n',
  )
  expect(message).toContain('  fix:  name the columns that it is computed from\n')
})
