CREATE TYPE public.state AS ENUM ('open', 'held', 'closed');
CREATE TABLE public.jobs (id integer NOT NULL, state public.state NOT NULL) PARTITION BY LIST (state);
CREATE TABLE public.jobs_open PARTITION OF public.jobs FOR VALUES IN ('open');
CREATE TABLE public.jobs_closed PARTITION OF public.jobs FOR VALUES IN ('closed');
CREATE INDEX jobs_id_idx ON public.jobs (id);
INSERT INTO public.jobs VALUES (1, 'open'), (2, 'closed'), (3, 'closed');
