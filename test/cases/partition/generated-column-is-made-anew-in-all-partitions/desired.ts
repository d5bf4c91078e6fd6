import { check, domain, partition, range, sql, table } from 'tidemark'

export const word = domain('word', (c) => c.text(), { checks: [check('word_check', sql`VALUE <> ''`)] })
export const t = table(
  't',
  (c) => ({ id: c.integer(), words: c.type(word).array(), n: c.integer().generatedAs(sql`cardinality(words)`) }),
  (t) => ({ partitionBy: range(t.id) }),
)
export const t1 = partition('t_1').of(t).from(0).to(10)
