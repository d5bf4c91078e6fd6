CREATE TYPE public.state AS ENUM ('open', 'held', 'closed');
CREATE TABLE public.jobs (id integer NOT NULL, state public.state NOT NULL) PARTITION BY LIST (state);
CREATE TABLE public.jobs_open PARTITION OF public.jobs FOR VALUES IN ('open', 'held') PARTITION BY RANGE (id);
CREATE TABLE public.jobs_open_1 PARTITION OF public.jobs_open FOR VALUES FROM (0) TO (10);
CREATE TABLE public.jobs_open_2 PARTITION OF public.jobs_open DEFAULT;
CREATE TABLE public.jobs_closed (state public.state NOT NULL, id integer NOT NULL);
ALTER TABLE public.jobs ATTACH PARTITION public.jobs_closed FOR VALUES IN ('closed');
INSERT INTO public.jobs VALUES (1, 'open'), (20, 'open'), (3, 'closed');
CREATE TRIGGER same BEFORE UPDATE ON public.jobs FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
