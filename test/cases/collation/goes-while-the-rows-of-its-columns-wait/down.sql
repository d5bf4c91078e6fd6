CREATE TABLE public."many_1 aside" AS SELECT a, c FROM public.many_2;
CREATE TABLE public."grid aside" AS SELECT * FROM public.grid;
CREATE COLLATION public.swedish (provider = icu, locale = 'sv', deterministic = false);
CREATE DOMAIN public.word AS text COLLATE public.swedish;
ALTER TABLE public.many ALTER COLUMN c TYPE public.word USING c::public.word;
ALTER TABLE public.many DETACH PARTITION public.many_1;
DROP TABLE public.many_2;
DROP TABLE public.grid_rest;
DROP TABLE public.grid;
CREATE TABLE public.grid (
  a integer,
  b text COLLATE public.swedish,
  c public.word
);
ALTER TABLE public.many ATTACH PARTITION public.many_1 FOR VALUES FROM (0) TO (100);
INSERT INTO public.many (a, c) OVERRIDING SYSTEM VALUE SELECT a, c::public.word FROM public."many_1 aside";
DROP TABLE public."many_1 aside";
INSERT INTO public.grid (a, b, c) SELECT a, b, c::public.word FROM public."grid aside";
DROP TABLE public."grid aside";
