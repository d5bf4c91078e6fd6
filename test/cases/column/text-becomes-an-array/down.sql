ALTER TABLE public.posts ALTER COLUMN tags DROP DEFAULT;
ALTER TABLE public.posts ALTER COLUMN tags TYPE text USING CASE WHEN cardinality(tags) = 1 THEN tags[1]::text ELSE tags::text END;
ALTER TABLE public.posts ALTER COLUMN tags SET DEFAULT '{}'::text;
