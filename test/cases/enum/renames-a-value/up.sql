ALTER TABLE public.people ALTER COLUMN mood DROP DEFAULT;
ALTER TYPE public.mood RENAME VALUE 'sad' TO 'unhappy';
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'unhappy'::public.mood;
