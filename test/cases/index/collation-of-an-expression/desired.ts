import { index, key, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ name: c.text(), code: c.text().collate('C') }),
  () => ({
    indexes: [
      index('t_lower').on(
        key(sql`lower(name)`).collation('"C"'),
        key(sql`lower(code)`),
        key(sql`name || code`).collation('"POSIX"'),
      ),
      index('t_plain').on(key(sql`lower(name)`).collation('"C"')),
    ],
  }),
)
