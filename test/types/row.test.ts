import { describe, expectTypeOf, test } from 'vitest'
import { sql, table, type NewRow, type Row } from 'tidemark'

const readings = table('readings', (c) => ({
  id: c.bigint().identityAlways().primaryKey(),
  device: c.text().notNull(),
  kind: c.text<'hot' | 'cold'>().notNull().default('hot'),
  note: c.varchar(30),
  payload: c.jsonb<{ celsius: number }>().notNull(),
  celsius: c.numeric(5, 2).generatedAs(sql`(payload ->> 'celsius')::numeric`),
  tags: c.text().array().notNull(),
  at: c
    .timestamptz()
    .notNull()
    .default(sql`now()`),
}))

describe('the types that flow out of a table', () => {
  test('a row has every column, null where it may be', () => {
    expectTypeOf<Row<typeof readings>>().toEqualTypeOf<{
      id: string
      device: string
      kind: 'hot' | 'cold'
      note: string | null
      payload: { celsius: number }
      celsius: string | null
      tags: string[]
      at: Date
    }>()
  })

  test('a new row needs only what has no default, and cannot give what is generated', () => {
    type New = NewRow<typeof readings>
    expectTypeOf<{ device: string; payload: { celsius: number }; tags: string[] }>().toExtend<New>()
    expectTypeOf<New['note']>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<New['kind']>().toEqualTypeOf<'hot' | 'cold' | undefined>()
    expectTypeOf<New>().not.toHaveProperty('id')
    expectTypeOf<New>().not.toHaveProperty('celsius')
  })

  test('wrong use is a type error', () => {
    // @ts-expect-error a column that does not exist
    void (() => readings.nothing)
    // @ts-expect-error a generated column is stored or virtual
    void (() => table('t', (c) => ({ a: c.text().generatedAs(sql`1`, 'lazy') })))
    // @ts-expect-error an action that PostgreSQL does not have
    void (() => table('t', (c) => ({ a: c.text().references(() => readings.device, { onDelete: 'explode' }) })))
  })
})
