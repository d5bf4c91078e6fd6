CREATE TABLE public."logs_rest aside" AS SELECT at, level, size FROM public.logs_rest WHERE (at >= '2026-01-01' AND at < '2027-01-01');
DELETE FROM public.logs_rest WHERE (at >= '2026-01-01' AND at < '2027-01-01');
ALTER TABLE public.logs ALTER COLUMN size TYPE integer USING size::integer;
ALTER TABLE public.logs ADD COLUMN host text DEFAULT 'here'::text;
CREATE TABLE public.logs_2026 PARTITION OF public.logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO public.logs (at, level, size) OVERRIDING SYSTEM VALUE SELECT at, level, size::integer FROM public."logs_rest aside";
DROP TABLE public."logs_rest aside";
