import { extension, index, schema, table } from 'tidemark'

export const trigrams = extension('pg_trgm', { version: '1.6' })
export const tools = schema('tools')
export const stores = extension('hstore', { schema: tools, version: '1.8' })

export const words = table(
  'words',
  (c) => ({ word: c.text(), tags: c.type('tools.hstore') }),
  (t) => ({ indexes: [index('words_word_idx').using('gin', t.word.op('gin_trgm_ops'))] }),
)
