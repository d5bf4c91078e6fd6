DROP MATERIALIZED VIEW public.kept;
DROP VIEW public.seen;
DROP TABLE public.fresh;
CREATE TABLE public.old (
  id integer
);
GRANT SELECT ON TABLE public.old TO case_writer;
CREATE VIEW public.old_seen AS
SELECT id
   FROM public.old;
ALTER VIEW public.old_seen OWNER TO case_writer;
CREATE MATERIALIZED VIEW public.old_kept AS
SELECT id
   FROM public.old_seen;
