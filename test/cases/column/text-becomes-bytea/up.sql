ALTER TABLE public.t ALTER COLUMN a TYPE bytea USING a::bytea;
ALTER TABLE public.t ALTER COLUMN b TYPE text USING encode(b, 'escape');
