DROP TABLE public.sales_3;
ALTER TABLE public.sales DETACH PARTITION public.sales_1;
ALTER TABLE public.sales_1 ALTER COLUMN total SET EXPRESSION AS (price * 2);
ALTER TABLE public.sales ATTACH PARTITION public.sales_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
