ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ALTER COLUMN a TYPE integer;
ALTER TABLE public.t ADD COLUMN b text GENERATED ALWAYS AS ((a)::text || '!'::text) STORED;
