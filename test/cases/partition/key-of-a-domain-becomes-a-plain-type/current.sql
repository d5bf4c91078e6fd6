CREATE DOMAIN public.code AS text CHECK (VALUE <> '');
CREATE TABLE public.jobs (id integer NOT NULL, code public.code NOT NULL) PARTITION BY LIST (code);
CREATE TABLE public.jobs_a PARTITION OF public.jobs FOR VALUES IN ('a');
INSERT INTO public.jobs VALUES (1, 'a');
