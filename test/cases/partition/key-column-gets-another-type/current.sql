CREATE TABLE public.events (id integer NOT NULL, note text, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE public.events_2025 PARTITION OF public.events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY HASH (id);
CREATE TABLE public.events_2025_0 PARTITION OF public.events_2025 FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.events_2025_1 PARTITION OF public.events_2025 FOR VALUES WITH (modulus 2, remainder 1);
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;
INSERT INTO public.events VALUES (1, 'a', '2025-05-05'), (2, 'b', '2025-06-06'), (3, 'c', '2026-01-01');
CREATE VIEW public.recent AS SELECT id, day FROM public.events WHERE day > '2025-06-01';
