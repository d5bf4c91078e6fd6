CREATE TABLE public."jobs aside" AS SELECT * FROM public.jobs;
DROP TABLE public.jobs_a;
DROP TABLE public.jobs;
CREATE DOMAIN public.code AS text CONSTRAINT code_check CHECK (VALUE <> ''::text);
CREATE TABLE public.jobs (
  id integer CONSTRAINT jobs_id_not_null NOT NULL,
  code public.code CONSTRAINT jobs_code_not_null NOT NULL
) PARTITION BY LIST (code);
CREATE TABLE public.jobs_a PARTITION OF public.jobs FOR VALUES IN ('a');
INSERT INTO public.jobs (id, code) SELECT id, code::public.code FROM public."jobs aside";
DROP TABLE public."jobs aside";
