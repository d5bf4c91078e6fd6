ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
ALTER TABLE public.t ADD COLUMN b text GENERATED ALWAYS AS ((a)::text || '!'::text) STORED;
