ALTER TABLE public.others ADD COLUMN computed__new text COLLATE pg_catalog."C";
ALTER TABLE public.others ALTER COLUMN computed__new TYPE text COLLATE pg_catalog."C" USING computed;
ALTER TABLE public.others DROP COLUMN computed;
ALTER TABLE public.others RENAME COLUMN computed__new TO computed;
ALTER TABLE public.users DROP COLUMN computed;
ALTER TABLE public.users ADD COLUMN computed text GENERATED ALWAYS AS (n + (1)::double precision) VIRTUAL;
ALTER TABLE public.users ALTER COLUMN computed DROP NOT NULL;
