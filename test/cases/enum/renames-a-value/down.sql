ALTER TABLE public.people ALTER COLUMN mood DROP DEFAULT;
ALTER TYPE public.mood RENAME VALUE 'unhappy' TO 'sad';
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'sad'::public.mood;
