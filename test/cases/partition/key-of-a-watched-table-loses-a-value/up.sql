DROP TRIGGER same ON public.jobs;
CREATE TABLE public."jobs aside" AS SELECT * FROM public.jobs;
-- nothing to do;
-- nothing to do;
DROP TABLE public.jobs_closed;
DROP TABLE public.jobs_open_1;
DROP TABLE public.jobs_open_2;
DROP TABLE public.jobs_open;
DROP TABLE public.jobs;
-- outside a transaction
ALTER TYPE public.state RENAME TO state__old;
CREATE TYPE public.state AS ENUM ('open', 'closed');
ALTER TABLE public."jobs aside" ALTER COLUMN state TYPE public.state USING state::text::public.state;
DROP TYPE public.state__old;
CREATE TABLE public.jobs (
  id integer CONSTRAINT jobs_id_not_null NOT NULL,
  state public.state CONSTRAINT jobs_state_not_null NOT NULL
) PARTITION BY LIST (state);
CREATE TABLE public.jobs_closed PARTITION OF public.jobs FOR VALUES IN ('closed');
CREATE TABLE public.jobs_open PARTITION OF public.jobs FOR VALUES IN ('open') PARTITION BY RANGE (id);
CREATE TABLE public.jobs_open_1 PARTITION OF public.jobs_open FOR VALUES FROM (0) TO (10);
CREATE TABLE public.jobs_open_2 PARTITION OF public.jobs_open DEFAULT;
INSERT INTO public.jobs (id, state) SELECT id, state FROM public."jobs aside";
DROP TABLE public."jobs aside";
CREATE TRIGGER same BEFORE UPDATE ON public.jobs
FOR EACH ROW EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
