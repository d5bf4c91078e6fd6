import { expect, test } from 'vitest'
import { rereadable, topLevelIndex, unwrap } from '../../src/sql/expression.js'

test('parentheses around the whole go, those around parts stay', () => {
  expect(unwrap('((price > 0))')).toBe('price > 0')
  expect(unwrap('(a > 0) AND (b > 0)')).toBe('(a > 0) AND (b > 0)')
  expect(unwrap(`(name <> ')')`)).toBe(`name <> ')'`)
})

test('a cast that PostgreSQL adds to a list is not written again', () => {
  expect(unwrap(`((status)::text = ANY ((ARRAY['a'::character varying, ']b''x'::character varying])::text[]))`)).toBe(
    `(status)::text = ANY (ARRAY['a'::character varying, ']b''x'::character varying])`,
  )
  expect(rereadable('(x <> ALL ((ARRAY[1, y[2]])::numeric[]))')).toBe('(x <> ALL (ARRAY[1, y[2]]))')
  expect(rereadable(`(z = ANY ((ARRAY['q'::public."My]t"])::public."My]t"[]))`)).toBe(
    `(z = ANY (ARRAY['q'::public."My]t"]))`,
  )
})

test('what only looks like such a cast stays', () => {
  const texts = [`'ANY ((ARRAY[1])::int[])'`, 'x = ANY (ARRAY[1, 2])', 'x = ANY ((ARRAY[1] || y)::numeric[])']
  for (const text of texts) expect(rereadable(text)).toBe(text)
})

test('a mark is found outside of quotes and parentheses', () => {
  expect(topLevelIndex(`WHERE (a DO b) AND ' DO ' <> c DO NOTHING`, ' DO ')).toBe(30)
  expect(topLevelIndex(`E'\\' DO ' x`, ' DO ')).toBe(-1)
})
