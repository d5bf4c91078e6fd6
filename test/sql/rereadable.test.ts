import { expect, test } from 'vitest'
import { unwrap } from '../../src/sql/expression.js'
import { rereadable } from '../../src/sql/rereadable.js'
import { topLevelIndex } from '../../src/sql/scan.js'

test('parentheses around the whole go, those around parts stay', () => {
  expect(unwrap('((price > 0))')).toBe('price > 0')
  expect(unwrap('(a > 0) AND (b > 0)')).toBe('(a > 0) AND (b > 0)')
  expect(unwrap('(( SELECT f() AS f))')).toBe('( SELECT f() AS f)')
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

test('a list that is cast as a whole says what it is', () => {
  expect(rereadable(`f((ARRAY[0.5, ']'])::double precision[])`)).toBe(
    `f((ARRAY[0.5, ']']::numeric[])::double precision[])`,
  )
  expect(rereadable(`(ARRAY[a, 'x'::s."T,"])::text[]`)).toBe(`(ARRAY[a, 'x'::s."T,"]::s."T,"[])::text[]`)
  expect(rereadable('(ARRAY[ARRAY[1, 2]])::numeric(5,1)[]')).toBe('(ARRAY[ARRAY[1, 2]]::integer[])::numeric(5,1)[]')
})

test('a constant that an operator negates stays apart from it', () => {
  expect(rereadable(`((- 1) * (- 2.5))`)).toBe(`((- (1)::integer) * (- (2.5)::numeric))`)
  for (const text of ['(- a)', `'(- 1)'`, '(- (1)::bigint)', `(a - '-1'::integer)`]) expect(rereadable(text)).toBe(text)
})

test('an AND that begins with an AND, or an OR with an OR, reads back as it was printed', () => {
  expect(rereadable('(((a >= 1) AND (a <= 2)) AND (b > 0))')).toBe('((a BETWEEN 1 AND 2) AND (b > 0))')
  expect(rereadable('(((a < 1) OR (a > 2)) OR (b > 0))')).toBe('((a NOT BETWEEN 1 AND 2) OR (b > 0))')
  expect(rereadable('(((a = 1) AND (b = 2)) AND c)')).toBe('(((a = 1) AND (b = 2))::boolean AND c)')
  expect(rereadable('((((a >= 1) AND (a <= 2)) AND b) AND c)')).toBe('(((a BETWEEN 1 AND 2) AND b)::boolean AND c)')
  expect(rereadable(`((("x y" >= ')') AND ("x y" <= 'b')) AND c)`)).toBe(`(("x y" BETWEEN ')' AND 'b') AND c)`)
})

test('the marks of CYCLE are written as the grammar wants them', () => {
  expect(rereadable(`) CYCLE n SET cyc TO 'y'::text DEFAULT 'it''s no'::character varying USING path`)).toBe(
    `) CYCLE n SET cyc TO text 'y' DEFAULT character varying 'it''s no' USING path`,
  )
})

test('a constant without a name gets none when it is read', () => {
  const none = 'AS "?column?"'
  expect(rereadable(` SELECT 1,\n    'y'::text\n UNION\n SELECT n,\n    ''::character varying(3)\n   FROM t`)).toBe(
    ` SELECT 1,\n    'y'::text ${none}\n UNION\n SELECT n,\n    ''::character varying(3) ${none}\n   FROM t`,
  )
  expect(rereadable(`EXISTS ( SELECT DISTINCT ON (a, ('x'::text)) NULL::text, f(b, 'x'::text), '1'::"a ""b"[])`)).toBe(
    `EXISTS ( SELECT DISTINCT ON (a, ('x'::text)) NULL::text ${none}, f(b, 'x'::text), '1'::"a ""b"[] ${none})`,
  )
})

test('a constant with a name, and what is no column of a query, stays as it is', () => {
  const texts = [
    `SELECT 'x'::text AS a, 'y'::timestamp with time zone AS "?column?" FROM t`,
    `SELECT a FROM t WHERE a = ANY (ARRAY['x'::text, 'y'::text]) GROUP BY b, 'x'::text`,
    `SELECT ARRAY['a'::text, 'b'::text] AS "array", ROW(1, 'a'::text)`,
    `SELECT f('a'::text, 'b'::text), b FROM ( VALUES (1,'x'::text), (2,'y'::text)) v(a, b), f('a'::text, 'b'::text)`,
    `f(', SELECT ''a''::text', 'b'::text)`,
    `BEGIN ATOMIC\n SELECT 1;\n UPDATE t SET a = 1, 'x'::text;\nEND`,
  ]
  for (const text of texts) expect(rereadable(text)).toBe(text)
})

test('other conditions stay as they are', () => {
  const texts = [
    '((a >= 1) AND (a <= 2))',
    '((b > 0) AND ((a >= 1) AND (a <= 2)))',
    '(((a < 1) OR (a > 2)) AND (b > 0))',
    `(x = '((a AND b) AND c)')`,
    '(sum(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) > 1)',
  ]
  for (const text of texts) expect(rereadable(text)).toBe(text)
})

test('a mark is found outside of quotes and parentheses', () => {
  expect(topLevelIndex(`WHERE (a DO b) AND ' DO ' <> c DO NOTHING`, ' DO ')).toBe(30)
  expect(topLevelIndex(`E'\\' DO ' x`, ' DO ')).toBe(-1)
})
