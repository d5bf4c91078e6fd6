ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
