import { check, index, schema, sql, table } from 'tidemark'

const odd = schema('Odd "Schema"')

export const reserved = table(
  'select',
  (c) => ({
    from: c.integer(),
    'a "quoted" one': c.text().notNull().default("it's \\ here"),
    'with.dot': c.integer().unique('Key.With Dot'),
    'Ünïcode 列': c.text(),
  }),
  (t) => ({ indexes: [index('An Index; DROP TABLE x --').on(t['Ünïcode 列'])] }),
)
export const user = table(
  odd("user's"),
  (c) => ({ 'group by': c.integer().primaryKey('pk $1'), CamelCase: c.integer() }),
  (t) => ({ constraints: [check('is "positive"', sql`${t.CamelCase} > 0`)] }),
)
