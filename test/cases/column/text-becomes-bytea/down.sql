ALTER TABLE public.t ALTER COLUMN b TYPE bytea USING b::bytea;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING encode(a, 'escape');
