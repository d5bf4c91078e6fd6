-- nothing to do;
CREATE TABLE public."logs_2026 aside" AS SELECT at, level FROM public.logs_2026;
DROP TABLE public.logs_2026;
CREATE TABLE public.logs_rest PARTITION OF public.logs DEFAULT;
-- nothing to do;
INSERT INTO public.logs (at, level) OVERRIDING SYSTEM VALUE SELECT at, level FROM public."logs_2026 aside";
DROP TABLE public."logs_2026 aside";
