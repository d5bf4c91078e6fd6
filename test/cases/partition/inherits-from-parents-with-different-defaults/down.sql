ALTER TABLE public.book ALTER COLUMN label SET DEFAULT 'a'::text;
