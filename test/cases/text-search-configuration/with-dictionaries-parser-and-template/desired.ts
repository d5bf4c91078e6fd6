import {
  comment,
  index,
  sql,
  table,
  textSearchConfiguration,
  textSearchDictionary,
  textSearchParser,
  textSearchTemplate,
} from 'tidemark'

export const template = textSearchTemplate('Mine', { init: 'dsimple_init', lexize: 'dsimple_lexize' }).with(
  comment('template'),
)
export const parser = textSearchParser('mine', {
  start: 'prsd_start',
  getToken: 'prsd_nexttoken',
  end: 'prsd_end',
  lexTypes: 'prsd_lextype',
  headline: 'prsd_headline',
})
export const stem = textSearchDictionary('stem', { template: 'snowball', options: { language: 'russian' } }).with(
  comment('stem'),
)
export const other = textSearchDictionary('other', { template, options: ["stopwords = 'english'", "accept = 'false'"] })
export const search = textSearchConfiguration('search', {
  mappings: { asciiword: [stem, 'simple'], word: [stem], numword: [other] },
}).with(comment('search'))
export const second = textSearchConfiguration('second', { parser, mappings: { word: ['simple'] } })
export const t = table(
  't',
  (c) => ({ body: c.text() }),
  () => ({ indexes: [index('t_body').using('gin', sql`to_tsvector('public.search', body)`)] }),
)
