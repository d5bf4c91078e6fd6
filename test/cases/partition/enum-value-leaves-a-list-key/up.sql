CREATE TABLE public."jobs aside" AS SELECT * FROM public.jobs;
DROP TABLE public.jobs_closed;
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
CREATE INDEX jobs_id_idx ON public.jobs (id);
CREATE TABLE public.jobs_closed PARTITION OF public.jobs FOR VALUES IN ('closed');
CREATE TABLE public.jobs_open PARTITION OF public.jobs FOR VALUES IN ('open');
INSERT INTO public.jobs (id, state) SELECT id, state FROM public."jobs aside";
DROP TABLE public."jobs aside";
