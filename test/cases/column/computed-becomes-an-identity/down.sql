ALTER TABLE public.items DROP COLUMN size;
ALTER TABLE public.items ADD COLUMN size text GENERATED ALWAYS AS (length(label)) STORED;
ALTER TABLE public.items ALTER COLUMN size DROP NOT NULL;
