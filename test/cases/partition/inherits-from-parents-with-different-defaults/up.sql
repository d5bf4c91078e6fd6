ALTER TABLE public.book ALTER COLUMN label SET DEFAULT 'c'::text;
