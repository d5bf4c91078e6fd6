import { hash, list, partition, range, table } from 'tidemark'

export const words = table(
  'words',
  (c) => ({ id: c.integer(), 'The Word': c.varchar(), place: c.text() }),
  (t) => ({ partitionBy: range(t['The Word'].op('varchar_ops'), t.place.collation('"C"')) }),
)
export const wordsA = partition('words_a').of(words).from('a', 'a').to('b', 'a')
export const others = table(
  'others',
  (c) => ({ a: c.integer(), b: c.text() }),
  (t) => ({ partitionBy: list(t.b.op('text_pattern_ops')) }),
)
export const numbers = table(
  'numbers',
  (c) => ({ a: c.integer() }),
  (t) => ({ partitionBy: hash(t.a) }),
)
