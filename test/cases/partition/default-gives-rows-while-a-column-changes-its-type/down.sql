CREATE TABLE public."logs_rest aside" AS SELECT at, level, size FROM public.logs_2026;
DROP TABLE public.logs_2026;
ALTER TABLE public.logs DROP COLUMN host;
ALTER TABLE public.logs ALTER COLUMN size TYPE text;
INSERT INTO public.logs (at, level, size) OVERRIDING SYSTEM VALUE SELECT at, level, size::text FROM public."logs_rest aside";
DROP TABLE public."logs_rest aside";
