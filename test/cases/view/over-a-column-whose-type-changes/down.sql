DROP MATERIALIZED VIEW public.m;
DROP VIEW public.w;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN price TYPE integer;
CREATE VIEW public.v AS
SELECT id,
    price
   FROM public.t;
CREATE VIEW public.w AS
SELECT sum(price) AS total
   FROM public.v;
CREATE MATERIALIZED VIEW public.m AS
SELECT total
   FROM public.w
WITH NO DATA;
COMMENT ON COLUMN public.m.total IS 'all of it';
