ALTER TABLE public.prices DROP COLUMN gross;
