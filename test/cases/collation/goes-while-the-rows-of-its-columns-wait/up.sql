CREATE TABLE public."grid aside" AS SELECT a, b::text COLLATE "default" AS b, c::text COLLATE "default" AS c FROM ONLY public.grid;
CREATE TABLE public."many_1 aside" AS SELECT a, c::text COLLATE "default" AS c FROM public.many_1;
TRUNCATE public.many_1;
ALTER TABLE public.many DETACH PARTITION public.many_1;
DROP TABLE public.grid;
CREATE TABLE public.grid (
  a integer,
  b text,
  c text
) PARTITION BY RANGE (a);
CREATE TABLE public.grid_rest PARTITION OF public.grid DEFAULT;
CREATE TABLE public.many_2 PARTITION OF public.many FOR VALUES FROM (50) TO (100);
ALTER TABLE public.many ATTACH PARTITION public.many_1 FOR VALUES FROM (0) TO (50);
ALTER TABLE public.many ALTER COLUMN c TYPE text;
DROP DOMAIN public.word;
DROP COLLATION public.swedish;
INSERT INTO public.grid (a, b, c) SELECT a, b, c FROM public."grid aside";
DROP TABLE public."grid aside";
INSERT INTO public.many (a, c) OVERRIDING SYSTEM VALUE SELECT a, c::text FROM public."many_1 aside";
DROP TABLE public."many_1 aside";
