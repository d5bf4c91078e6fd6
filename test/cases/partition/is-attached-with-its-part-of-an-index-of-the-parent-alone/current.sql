CREATE TABLE public.events (id integer NOT NULL, kind text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (100);
CREATE INDEX events_kind ON ONLY public.events (kind);
CREATE UNIQUE INDEX events_id ON public.events (id, kind);
ALTER TABLE ONLY public.events ADD CONSTRAINT events_key UNIQUE (id);
CREATE TABLE public.events_2 (id integer NOT NULL, kind text NOT NULL);
CREATE INDEX events_2_kind ON public.events_2 (kind);
ALTER TABLE public.events_2 ADD CONSTRAINT events_2_key UNIQUE (id);
INSERT INTO public.events VALUES (1, 'a');
