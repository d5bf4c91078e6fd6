DROP MATERIALIZED VIEW public.old_kept;
DROP VIEW public.old_seen;
DROP TABLE public.old;
CREATE TABLE public.fresh (
  id integer
);
GRANT SELECT ON TABLE public.fresh TO case_writer;
CREATE VIEW public.seen AS
SELECT id
   FROM public.fresh;
ALTER VIEW public.seen OWNER TO case_writer;
CREATE MATERIALIZED VIEW public.kept AS
SELECT id
   FROM public.seen;
