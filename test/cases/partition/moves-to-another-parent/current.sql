CREATE TABLE public.live (id integer NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE public.old (id integer NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE public.days_2025 PARTITION OF public.live FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX live_id_idx ON public.live (id);
INSERT INTO public.live VALUES (1, '2025-03-03');
