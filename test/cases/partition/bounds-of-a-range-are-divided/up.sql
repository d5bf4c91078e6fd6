CREATE TABLE public."sales_2025 aside" AS SELECT day, amount FROM public.sales_2025;
TRUNCATE public.sales_2025;
ALTER TABLE public.sales DETACH PARTITION public.sales_2025;
CREATE TABLE public.sales_2025_b PARTITION OF public.sales FOR VALUES FROM ('2025-07-01') TO ('2026-01-01');
ALTER TABLE public.sales ATTACH PARTITION public.sales_2025 FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
INSERT INTO public.sales (day, amount) OVERRIDING SYSTEM VALUE SELECT day, amount FROM public."sales_2025 aside";
DROP TABLE public."sales_2025 aside";
