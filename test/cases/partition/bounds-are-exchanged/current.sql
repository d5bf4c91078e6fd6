CREATE TABLE public.sales (region text, amount integer) PARTITION BY LIST (region);
CREATE TABLE public.sales_a PARTITION OF public.sales FOR VALUES IN ('north');
CREATE TABLE public.sales_b PARTITION OF public.sales FOR VALUES IN ('south');
CREATE TABLE public.sales_c PARTITION OF public.sales DEFAULT;
INSERT INTO public.sales VALUES ('east', 3);
