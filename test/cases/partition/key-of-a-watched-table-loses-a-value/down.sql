DROP TRIGGER same ON public.jobs;
CREATE TABLE public."jobs aside" AS SELECT * FROM public.jobs;
DROP TABLE public.jobs_open_2;
DROP TABLE public.jobs_open_1;
DROP TABLE public.jobs_open;
DROP TABLE public.jobs_closed;
DROP TABLE public.jobs;
-- outside a transaction
ALTER TYPE public.state ADD VALUE 'held' AFTER 'open';
CREATE TABLE public.jobs (
  id integer CONSTRAINT jobs_id_not_null NOT NULL,
  state public.state CONSTRAINT jobs_state_not_null NOT NULL
) PARTITION BY LIST (state);
CREATE TABLE public.jobs_open PARTITION OF public.jobs FOR VALUES IN ('open', 'held') PARTITION BY RANGE (id);
CREATE TABLE public.jobs_open_2 PARTITION OF public.jobs_open DEFAULT;
CREATE TABLE public.jobs_open_1 PARTITION OF public.jobs_open FOR VALUES FROM (0) TO (10);
CREATE TABLE public.jobs_closed PARTITION OF public.jobs FOR VALUES IN ('closed');
ALTER TABLE public.jobs DETACH PARTITION public.jobs_closed;
ALTER TABLE public.jobs_closed RENAME CONSTRAINT jobs_state_not_null TO jobs_closed_state_not_null;
ALTER TABLE public.jobs ATTACH PARTITION public.jobs_closed FOR VALUES IN ('closed');
ALTER TABLE public.jobs DETACH PARTITION public.jobs_closed;
ALTER TABLE public.jobs_closed RENAME CONSTRAINT jobs_id_not_null TO jobs_closed_id_not_null;
ALTER TABLE public.jobs ATTACH PARTITION public.jobs_closed FOR VALUES IN ('closed');
INSERT INTO public.jobs (id, state) SELECT id, state FROM public."jobs aside";
DROP TABLE public."jobs aside";
CREATE TRIGGER same BEFORE UPDATE ON public.jobs
FOR EACH ROW EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
