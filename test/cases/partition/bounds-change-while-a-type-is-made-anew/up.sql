CREATE TABLE public."grid_1 aside" AS SELECT a, ws::text AS ws, two::text AS two FROM public.grid_1;
TRUNCATE public.grid_1;
-- nothing to do;
ALTER TABLE public.grid DETACH PARTITION public.grid_1;
ALTER TABLE public.grid DETACH PARTITION public.grid_2;
ALTER TYPE public.pair RENAME TO pair__old;
ALTER TYPE public.words RENAME TO words__old;
ALTER TYPE public.words_multirange RENAME TO words_multirange__old;
ALTER FUNCTION public.words(text, text) RENAME TO words__old;
ALTER FUNCTION public.words(text, text, text) RENAME TO words__old;
ALTER FUNCTION public.words_multirange() RENAME TO words_multirange__old;
ALTER FUNCTION public.words_multirange(public.words__old) RENAME TO words_multirange__old;
ALTER FUNCTION public.words_multirange(VARIADIC public.words__old[]) RENAME TO words_multirange__old;
CREATE TYPE public.words AS RANGE (SUBTYPE = text, COLLATION = pg_catalog."POSIX");
CREATE TYPE public.pair AS (
  w public.words,
  n integer
);
ALTER TABLE public.grid ALTER COLUMN two TYPE public.pair USING two::text::public.pair;
ALTER TABLE public.grid_1 ALTER COLUMN two TYPE public.pair USING two::text::public.pair;
ALTER TABLE public.grid_2 ALTER COLUMN two TYPE public.pair USING two::text::public.pair;
ALTER TABLE public.grid ALTER COLUMN ws TYPE public.words USING ws::text::public.words;
ALTER TABLE public.grid_1 ALTER COLUMN ws TYPE public.words USING ws::text::public.words;
ALTER TABLE public.grid_2 ALTER COLUMN ws TYPE public.words USING ws::text::public.words;
DROP TYPE public.pair__old;
DROP TYPE public.words__old;
ALTER TABLE public.grid ATTACH PARTITION public.grid_1 FOR VALUES FROM (0) TO (4);
ALTER TABLE public.grid ATTACH PARTITION public.grid_2 FOR VALUES FROM (4) TO (9);
INSERT INTO public.grid (a, ws, two) OVERRIDING SYSTEM VALUE SELECT a, ws::public.words, two::public.pair FROM public."grid_1 aside";
DROP TABLE public."grid_1 aside";
-- nothing to do;
