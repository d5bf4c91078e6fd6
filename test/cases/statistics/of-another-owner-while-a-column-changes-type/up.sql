DROP STATISTICS public.s;
ALTER TABLE public.mine ALTER COLUMN a TYPE bigint;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
CREATE STATISTICS public.s ON a, b FROM public.t;
ALTER STATISTICS public.s OWNER TO case_app;
