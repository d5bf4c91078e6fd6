import { index, key, sql, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ name: c.text() }),
  (t) => ({
    indexes: [
      index('by_c').on(t.name.collation('pg_catalog."C"').op('text_pattern_ops').desc()),
      index('by_length').on(
        key(sql`length(name)`)
          .desc()
          .nullsLast(),
        t.name,
      ),
    ],
  }),
)
