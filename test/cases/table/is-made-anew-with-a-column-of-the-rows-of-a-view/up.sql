CREATE TABLE public."spread aside" AS SELECT id, more::text AS more FROM public.spread;
DROP TABLE public.spread_0;
DROP TABLE public.spread;
DROP VIEW public.thing;
CREATE TYPE public.thing AS ENUM ('a', 'b');
CREATE TABLE public.spread (
  id integer,
  more integer
) PARTITION BY RANGE (id);
CREATE TABLE public.spread_0 PARTITION OF public.spread DEFAULT;
INSERT INTO public.spread (id, more) SELECT id, more::integer FROM public."spread aside";
DROP TABLE public."spread aside";
