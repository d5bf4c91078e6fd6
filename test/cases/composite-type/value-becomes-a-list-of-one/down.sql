ALTER TABLE public.things ALTER COLUMN at TYPE public.place USING at[1]::public.place;
