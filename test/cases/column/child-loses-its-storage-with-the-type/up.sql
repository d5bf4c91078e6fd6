ALTER TABLE public.notes ALTER COLUMN note TYPE bigint USING note::bigint;
