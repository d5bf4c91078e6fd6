CREATE TABLE public."jobs aside" AS SELECT id, code::text AS code FROM public.jobs;
DROP TABLE public.jobs_a;
DROP TABLE public.jobs;
DROP DOMAIN public.code;
CREATE TABLE public.jobs (
  id integer CONSTRAINT jobs_id_not_null NOT NULL,
  code character varying(4) CONSTRAINT jobs_code_not_null NOT NULL,
  extra text
) PARTITION BY LIST (code);
CREATE TABLE public.jobs_a PARTITION OF public.jobs FOR VALUES IN ('a');
INSERT INTO public.jobs (id, code) SELECT id, code::character varying(4) FROM public."jobs aside";
DROP TABLE public."jobs aside";
