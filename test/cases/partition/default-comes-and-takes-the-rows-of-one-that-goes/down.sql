CREATE TABLE public."logs_rest aside" AS SELECT at, level FROM public.logs_rest WHERE (at >= '2026-01-01' AND at < '2027-01-01');
-- nothing to do;
DROP TABLE public.logs_rest;
CREATE TABLE public.logs_2026 PARTITION OF public.logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO public.logs (at, level) OVERRIDING SYSTEM VALUE SELECT at, level FROM public."logs_rest aside";
DROP TABLE public."logs_rest aside";
-- nothing to do;
