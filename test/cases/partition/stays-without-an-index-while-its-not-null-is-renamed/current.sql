CREATE TABLE public.events (id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE INDEX events_id_idx ON ONLY public.events (id);
CREATE INDEX events_2_id_idx ON public.events_2 (id);
ALTER INDEX public.events_id_idx ATTACH PARTITION public.events_2_id_idx;
INSERT INTO public.events VALUES (1, '2026-01-10');
