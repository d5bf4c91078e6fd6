CREATE TABLE public."grid_2 aside" AS SELECT a, ws::text AS ws, two::text AS two FROM public.grid_2;
TRUNCATE public.grid_2;
CREATE TABLE public."grid_1 aside" AS SELECT a, ws::text AS ws, two::text AS two FROM public.grid_1;
TRUNCATE public.grid_1;
ALTER TABLE public.grid DETACH PARTITION public.grid_2;
ALTER TABLE public.grid DETACH PARTITION public.grid_1;
ALTER TYPE public.pair RENAME TO pair__old;
ALTER TYPE public.words RENAME TO words__old;
ALTER TYPE public.words_multirange RENAME TO words_multirange__old;
ALTER FUNCTION public.words(text, text) RENAME TO words__old;
ALTER FUNCTION public.words(text, text, text) RENAME TO words__old;
ALTER FUNCTION public.words_multirange() RENAME TO words_multirange__old;
ALTER FUNCTION public.words_multirange(public.words__old) RENAME TO words_multirange__old;
ALTER FUNCTION public.words_multirange(VARIADIC public.words__old[]) RENAME TO words_multirange__old;
CREATE TYPE public.words AS RANGE (SUBTYPE = text, COLLATION = pg_catalog."C");
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
ALTER TABLE public.grid ATTACH PARTITION public.grid_2 FOR VALUES FROM (5) TO (9);
ALTER TABLE public.grid ATTACH PARTITION public.grid_1 FOR VALUES FROM (1) TO (5);
INSERT INTO public.grid (a, ws, two) OVERRIDING SYSTEM VALUE SELECT a, ws::public.words, two::public.pair FROM public."grid_2 aside";
DROP TABLE public."grid_2 aside";
INSERT INTO public.grid (a, ws, two) OVERRIDING SYSTEM VALUE SELECT a, ws::public.words, two::public.pair FROM public."grid_1 aside";
DROP TABLE public."grid_1 aside";
