import { index, rangeType, sql, table, view } from 'tidemark'

export const floatrange = rangeType('floatrange', { subtype: 'double precision', subtypeDiff: 'pg_catalog.float8mi' })

export const textrange = rangeType('textrange', { subtype: 'text', collation: 'C', multirange: 'public.texts' })

export const spans = table(
  'spans',
  (c) => ({ span: c.type(floatrange), spans: c.type('public.floatmultirange') }),
  (t) => ({ indexes: [index('spans_span_idx').using('gist', t.span)] }),
)

export const wide = view('wide', sql`SELECT span FROM spans WHERE span @> floatrange(1, 2)`)
