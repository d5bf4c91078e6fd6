CREATE TABLE public."spread aside" AS SELECT * FROM public.spread;
DROP TABLE public.spread_0;
DROP TABLE public.spread;
DROP TYPE public.thing;
CREATE VIEW public.thing AS
SELECT 1 AS a;
CREATE TABLE public.spread (
  id integer,
  more public.thing
) PARTITION BY HASH (id);
CREATE TABLE public.spread_0 PARTITION OF public.spread FOR VALUES WITH (modulus 1, remainder 0);
INSERT INTO public.spread (id, more) SELECT id, more::text::public.thing FROM public."spread aside";
DROP TABLE public."spread aside";
