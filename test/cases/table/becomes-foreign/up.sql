DROP VIEW public.seen;
DROP TABLE public.abroad;
CREATE FOREIGN TABLE public.abroad (
  id integer NOT NULL
) SERVER far;
CREATE VIEW public.seen AS
SELECT id
   FROM public.abroad;
