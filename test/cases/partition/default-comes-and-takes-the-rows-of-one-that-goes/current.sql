CREATE TABLE public.logs (at date, level text) PARTITION BY RANGE (at);
CREATE TABLE public.logs_2025 PARTITION OF public.logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE public.logs_2026 PARTITION OF public.logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO public.logs VALUES ('2025-05-05', 'a'), ('2026-01-05', 'b'), ('2026-02-05', 'c');
