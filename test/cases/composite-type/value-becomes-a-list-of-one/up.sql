ALTER TABLE public.things ALTER COLUMN at TYPE public.place[] USING CASE WHEN at IS DISTINCT FROM NULL THEN ARRAY[at]::public.place[] END;
