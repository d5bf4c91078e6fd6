ALTER TABLE public.b ADD COLUMN t text DEFAULT 'b'::text;
ALTER TABLE public.a ADD COLUMN t text DEFAULT 'a'::text;
ALTER TABLE public.both_of_them ALTER COLUMN t SET DEFAULT 'b'::text;
