import { expect, test } from 'vitest'
import { rereadable } from '../../src/sql/rereadable.js'
import { createDatabase } from '../support/database.js'

const setup = `
  CREATE TYPE pair AS (x int, y text);
  CREATE TYPE mood AS ENUM ('ok', 'sad');
  CREATE DOMAIN positive AS int CHECK (VALUE > 0);
  CREATE TABLE t (a int, b int, c text, d varchar(10), e numeric(10, 2), f timestamptz, h date, i interval, j jsonb,
                  k int[], l text[], m pair, n positive, o mood, r char(3), x bool);
  CREATE FUNCTION f(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT 1'`

const conditions = String.raw`
  a BETWEEN 1 AND 2
  a NOT BETWEEN 1 AND 2
  a BETWEEN SYMMETRIC 1 AND 2
  e BETWEEN 0 AND 1
  d BETWEEN c AND r
  (j ->> $$a$$)::int BETWEEN 1 AND 2
  (a, b) = (1, 2)
  (a, b) <> (1, 2)
  (a, b) < (1, 2)
  (a, b) IN ((1, 2), (3, 4))
  (a, b) NOT IN ((1, 2), (3, 4))
  (a, b) IS DISTINCT FROM (1, 2)
  (a, b) IN (SELECT a, b FROM public.t)
  a IN (1, 2, b)
  a IN (1, 2.5)
  d IN ('x', 'y')
  d NOT IN ('x', 'y')
  d || 'x' IN ('a', 'b')
  r IN ('x', 'y')
  o IN ('ok', 'sad')
  n IN (1, 2)
  d = ANY ('{a,b}')
  d = ANY (ARRAY['a'::varchar, c])
  d LIKE ANY (ARRAY['x%'])
  c LIKE 'x%' ESCAPE '!'
  c SIMILAR TO 'x%'
  c COLLATE "C" < d
  NOT x
  x IS NOT TRUE
  a IS NULL AND b IS NULL
  x OR (x OR x)
  (x OR x) AND (x OR x)
  a BETWEEN 1 AND 2 AND b BETWEEN 3 AND 4
  NOT (a BETWEEN 1 AND 2)
  EXISTS (SELECT FROM public.t u WHERE u.a = t.a AND u.b BETWEEN 1 AND 2 AND u.x)
  f > now() - interval $$1 day$$
  COALESCE(a BETWEEN 1 AND 2 AND x, false)
  CASE WHEN a BETWEEN 1 AND 2 AND x THEN x ELSE d IN ($$a$$, $$b$$) END
`

const values = String.raw`
  k[1:2]
  (m).x
  t
  t.*
  ROW(1, 'x')::public.pair
  m = ROW(1, 'x')
  ARRAY[[1, 2], [3, 4]]
  k || 1
  (k)[1] IN (1, 2)
  CASE a WHEN 1 THEN 'x' END
  COALESCE(d, c)
  NULLIF(d, 'x')
  GREATEST(a, 1, b)
  -1
  - (-1)
  (-1)::int8
  1e10
  9999999999
  f AT TIME ZONE 'UTC'
  extract(epoch FROM f)
  substring(c FROM 1 FOR 2)
  position('x' IN c)
  trim(both 'x' from c)
  normalize(c, NFD)
  current_date
  current_timestamp(3)
  interval '1' year to month
  i::interval(2)
  f::date + 1
  '2020-01-01'::date
  e::numeric(5, 1)
  c::varchar(5)
  r::text
  o::text
  E'a\nb\\c'
  '\x00ff'::bytea
  b'1010'
  j -> 'a' ->> 'b'
  j['a']
  j ?| array['a', 'b']
  jsonb_build_object('a', a, 'b', null)
  to_jsonb(t)
  format('%s %s', variadic l)
  -1::int
  a * -1.5::numeric
  (- 9999999999::bigint) - -1
  percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY a)
  CASE WHEN x THEN ARRAY[1] ELSE '{1}'::bigint[] END
  (ARRAY[a, 1]::numeric[])::text[]
  (ARRAY[true, x])::text[]
  (ARRAY[[d], ['x'::varchar(3)]]::varchar[])::text[]
  (ARRAY[(ARRAY[1]::int[])::bigint[], (ARRAY[[2], [3]]::int[])::bigint[]]::bigint[])::text[]
  public.f(1)
  public.f(a => 1)
  public.f(b => 3, a => a)
  a OPERATOR(pg_catalog.+) b
  ARRAY(SELECT b ORDER BY 1)
  sum(a) FILTER (WHERE d IN ('a', 'b') AND b BETWEEN 1 AND 2 AND x)
  string_agg(c, ',' ORDER BY a DESC NULLS LAST)
  sum(a) OVER (PARTITION BY c ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES)
  (sum(a) OVER (ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) > 1) AND x
  percentile_cont(0.5) WITHIN GROUP (ORDER BY a)
  xmlelement(name foo, xmlattributes(a as b), c)
  'public.t'::regclass
  a::public.positive
  (f, f) OVERLAPS (f, interval '1 day')
`

/** Without a name, where none shows: PostgreSQL prints a cast, which would be read as one. */
const constants = String.raw`
  'x'
  NULL
  'x' COLLATE "C"
  E'a\\b''c'
  -1
  -1.5
  9999999999
  true
  b'101'
  x'1f'
  1e10
  '{}'
`

const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

/** Each condition alone, and where it stands at the beginning and at the end of others. */
const all = [
  ...lines(values),
  ...lines(conditions).flatMap((one) => [
    one,
    `${one} AND a > 0`,
    `a > 0 AND ${one}`,
    `${one} OR a > 0`,
    `(${one} AND a > 0) OR (${one} OR x)`,
  ]),
]

const queries = [
  `WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) CYCLE n SET cyc TO 'y' DEFAULT 'n' USING path SELECT n FROM r`,
  `WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p SELECT n FROM r`,
  `SELECT DISTINCT ON (a) a AS b, count(*) FROM public.t GROUP BY GROUPING SETS ((a), ()) HAVING count(*) BETWEEN 1 AND 2 AND a > 0`,
  `SELECT j.a, u.b FROM public.t JOIN public.t u USING (a) AS j ORDER BY 1 DESC NULLS LAST FETCH FIRST 5 ROWS WITH TIES`,
  `SELECT x.n, y FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) WITH ORDINALITY AS x(n, y, o), LATERAL (SELECT 1) z`,
  `SELECT a FROM public.t UNION (SELECT b FROM public.t EXCEPT SELECT 1) ORDER BY 1 LIMIT 2`,
  `SELECT a FROM public.t WHERE EXISTS (SELECT DISTINCT ON (b) 'x' FROM public.t ORDER BY b) AND (a, c) IN (SELECT 1, 'x')`,
  `SELECT 'x' AS v, d FROM public.t UNION ALL SELECT 'y', 'a' UNION ALL (SELECT DISTINCT 'z', NULL EXCEPT SELECT c, d FROM public.t)`,
  `WITH w AS (SELECT 1 AS a, ', '::char(3) AS b UNION SELECT 2, 'x' ORDER BY 1 LIMIT 1) SELECT * FROM w WHERE b = ANY (SELECT 'y' UNION SELECT 'z')`,
  `WITH w AS (SELECT f FROM public.t UNION SELECT '2020-01-01 10:00' UNION SELECT NULL) SELECT * FROM w`,
  `SELECT sum(a) OVER w FROM public.t TABLESAMPLE bernoulli (10) REPEATABLE (1) WINDOW w AS (PARTITION BY b ORDER BY c)`,
]

/** Each constant alone and before another column, where its name shows to nobody. */
const hidden = lines(constants).flatMap((one) => [
  `SELECT w.v FROM (SELECT ${one} AS v UNION ALL SELECT ${one}) w`,
  `SELECT w.v FROM (SELECT 1 AS a, ${one} AS v UNION ALL SELECT 1, ${one} UNION ALL SELECT 2, ${one} FROM public.t) w`,
  `SELECT w.v FROM (SELECT ${one} AS v, 1 AS a UNION ALL SELECT ${one}, 1 FROM public.t) w`,
  `SELECT a FROM public.t WHERE EXISTS (SELECT ${one})`,
])

test('an expression or a query that is written as it was read is the same', async () => {
  const { sql } = await createDatabase(setup)
  const printed = async (view: string, query: string): Promise<string> => {
    await sql.unsafe(`CREATE VIEW public.${view} AS ${query}`)
    const [row] = await sql`SELECT pg_get_viewdef(${`public.${view}`}::regclass) AS definition`
    return row!['definition'] as string
  }
  for (const [at, one] of [
    ...queries,
    ...hidden,
    ...all.map((value) => `SELECT ${value} AS v FROM public.t`),
  ].entries()) {
    const definition = await printed(`v${at}`, one)
    expect(await printed(`again${at}`, rereadable(definition)), one).toBe(definition)
  }
})

test('the body of a function that is written as it was read is the same', async () => {
  const { sql } = await createDatabase(setup)
  const body = lines(constants).map(
    (one) => `SELECT ${one}; INSERT INTO public.t (a, c) SELECT 1, 'x' RETURNING ${one}, a;`,
  )
  const printed = async (name: string, text: string): Promise<string> => {
    await sql.unsafe(`CREATE FUNCTION public.${name}() RETURNS void ${text}`)
    const [row] = await sql`SELECT pg_get_function_sqlbody(${`public.${name}()`}::regprocedure) AS body`
    return row!['body'] as string
  }
  const first = await printed('first', `LANGUAGE sql BEGIN ATOMIC ${body.join(' ')} SELECT; END`)
  expect(await printed('again', `LANGUAGE sql ${rereadable(first)}`)).toBe(first)
})
