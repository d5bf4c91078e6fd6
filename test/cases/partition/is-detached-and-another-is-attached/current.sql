CREATE TABLE public.logs (id integer NOT NULL, day date NOT NULL DEFAULT '2026-01-01', CHECK (id > 0)) PARTITION BY RANGE (day);
CREATE TABLE public.logs_2024 PARTITION OF public.logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE public.logs_2025 (id integer NOT NULL, day date NOT NULL, CONSTRAINT logs_id_check CHECK (id > 0));
CREATE UNIQUE INDEX logs_key ON public.logs (id, day);
INSERT INTO public.logs VALUES (1, '2024-02-02');
INSERT INTO public.logs_2025 VALUES (2, '2025-02-02');
