-- nothing to do;
CREATE TABLE public."spread_1 aside" AS SELECT id, more::text AS more FROM public.spread_1;
DROP TABLE public.spread_1;
ALTER TABLE public.spread ALTER COLUMN more TYPE integer USING more::text::integer;
DROP TYPE public.thing;
CREATE TABLE public.spread_0 PARTITION OF public.spread DEFAULT;
-- nothing to do;
INSERT INTO public.spread (id, more) OVERRIDING SYSTEM VALUE SELECT id, more::integer FROM public."spread_1 aside";
DROP TABLE public."spread_1 aside";
