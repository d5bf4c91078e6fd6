DROP VIEW public.seen;
DROP FOREIGN TABLE public.abroad;
CREATE TABLE public.abroad (
  id integer NOT NULL
);
CREATE VIEW public.seen AS
SELECT id
   FROM public.abroad;
