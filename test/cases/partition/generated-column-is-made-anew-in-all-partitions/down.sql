ALTER TABLE public.t DROP COLUMN n;
ALTER DOMAIN public.word DROP CONSTRAINT word_check;
-- nothing to do;
ALTER TABLE public.t ADD COLUMN n integer GENERATED ALWAYS AS (cardinality(words)) STORED;
