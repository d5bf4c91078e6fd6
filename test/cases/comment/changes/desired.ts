import { comment, compositeType, index, primaryKey, sql, table, view } from 'tidemark'

export const t = table(
  't',
  (c) => ({
    id: c.integer().notNull().with(comment("the key's column")),
    note: c.text(),
    n: c.bigint().identityAlways().with(comment('a number').onPart('sequence public.t_n_seq')),
  }),
  (column) => ({
    constraints: [primaryKey('t_key').on(column.id).with(comment('the key'), comment('its index').onIndex())],
    indexes: [index('i').on(column.note).with(comment('an index'))],
    parts: [comment('after\nin two lines \\ with a backslash')],
  }),
)
export const v = view('v', { columns: { id: { parts: [comment('a column of a view')] } } }, sql`SELECT id FROM t`).with(
  comment('a view'),
)
export const pair = compositeType('pair', (c) => ({ a: c.integer(), b: c.integer() })).with(
  comment('a type'),
  comment('an attribute').onColumn('b'),
)
