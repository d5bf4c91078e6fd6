ALTER TABLE public.posts ALTER COLUMN tags DROP DEFAULT;
ALTER TABLE public.posts ALTER COLUMN tags TYPE text[] USING CASE WHEN tags LIKE '{%}' THEN tags::text[] WHEN tags IS NOT NULL THEN ARRAY[tags]::text[] END;
ALTER TABLE public.posts ALTER COLUMN tags SET DEFAULT '{}'::text[];
