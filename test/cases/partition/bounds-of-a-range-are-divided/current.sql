CREATE TABLE public.sales (day date NOT NULL, amount integer) PARTITION BY RANGE (day);
CREATE TABLE public.sales_2025 PARTITION OF public.sales FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE public.sales_later PARTITION OF public.sales FOR VALUES FROM ('2026-01-01') TO (MAXVALUE);
INSERT INTO public.sales VALUES ('2025-02-02', 1), ('2025-08-08', 2), ('2026-01-01', 3);
