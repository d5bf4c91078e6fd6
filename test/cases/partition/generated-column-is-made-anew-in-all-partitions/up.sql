ALTER TABLE public.t DROP COLUMN n;
ALTER DOMAIN public.word RENAME TO word__old;
CREATE DOMAIN public.word AS text CONSTRAINT word_check CHECK (VALUE <> ''::text);
ALTER TABLE public.t ALTER COLUMN words TYPE public.word[] USING words::text[]::public.word[];
DROP DOMAIN public.word__old;
-- nothing to do;
ALTER TABLE public.t ADD COLUMN n integer GENERATED ALWAYS AS (cardinality(words)) STORED;
