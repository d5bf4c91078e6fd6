CREATE TABLE public."logs_2026 aside" AS SELECT at, level FROM public.logs_2026;
-- nothing to do;
DROP TABLE public.logs_2026;
CREATE TABLE public.logs_rest PARTITION OF public.logs DEFAULT;
INSERT INTO public.logs (at, level) OVERRIDING SYSTEM VALUE SELECT at, level FROM public."logs_2026 aside";
DROP TABLE public."logs_2026 aside";
-- nothing to do;
