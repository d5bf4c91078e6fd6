CREATE TABLE public.events (at date NOT NULL, kind varchar(20), note text) PARTITION BY RANGE (at);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
INSERT INTO public.events VALUES ('2026-01-10', 'a', 'x'), ('2026-01-11', 'b', 'y'), ('2026-02-12', 'a', 'z');
