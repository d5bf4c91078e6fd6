ALTER TABLE public.t DROP CONSTRAINT limits;
ALTER TABLE public.t ADD CONSTRAINT limits CHECK ((a > 0) AND (a < 100));
