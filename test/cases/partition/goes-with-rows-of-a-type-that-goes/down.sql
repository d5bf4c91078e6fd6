-- nothing to do;
CREATE TABLE public."spread_0 aside" AS SELECT id, more FROM public.spread_0 WHERE id IN ('1', '2');
DROP TABLE public.spread_0;
CREATE TYPE public.thing AS (
  a integer
);
ALTER TABLE public.spread ALTER COLUMN more TYPE public.thing USING more::text::public.thing;
CREATE TABLE public.spread_1 PARTITION OF public.spread FOR VALUES IN ('1', '2');
-- nothing to do;
INSERT INTO public.spread (id, more) OVERRIDING SYSTEM VALUE SELECT id, more::text::public.thing FROM public."spread_0 aside";
DROP TABLE public."spread_0 aside";
