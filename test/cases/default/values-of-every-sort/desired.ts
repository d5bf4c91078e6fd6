import { sql, table } from 'tidemark'

export const t = table('t', (c) => ({
  quote: c.text().default("it's"),
  backslash: c.text().default('a\\b'),
  lines: c.text().default('one\ntwo'),
  dollar: c.text().default('${x} `tick`'),
  empty: c.text().default(''),
  json: c.jsonb().default({ a: [1, "it's"] }),
  nothing: c.text().default(null),
  negative: c.integer().default(-1),
  big: c.bigint().default(9007199254740993n),
  flag: c.boolean().default(false),
  day: c.interval().default(sql`'1 day'`),
}))
