CREATE TABLE public."jobs aside" AS SELECT * FROM public.jobs;
DROP TABLE public.jobs_open;
DROP TABLE public.jobs_closed;
DROP TABLE public.jobs;
-- outside a transaction
ALTER TYPE public.state ADD VALUE 'held' AFTER 'open';
CREATE TABLE public.jobs (
  id integer CONSTRAINT jobs_id_not_null NOT NULL,
  state public.state CONSTRAINT jobs_state_not_null NOT NULL
) PARTITION BY LIST (state);
CREATE INDEX jobs_id_idx ON public.jobs (id);
CREATE TABLE public.jobs_open PARTITION OF public.jobs FOR VALUES IN ('open');
CREATE TABLE public.jobs_closed PARTITION OF public.jobs FOR VALUES IN ('closed');
INSERT INTO public.jobs (id, state) SELECT id, state FROM public."jobs aside";
DROP TABLE public."jobs aside";
