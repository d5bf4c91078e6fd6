CREATE TABLE public."old_orders aside" AS SELECT * FROM public.old_orders;
DROP TABLE public.all_orders;
DROP TABLE public.old_orders;
CREATE TABLE public.orders (
  id integer,
  n integer
) PARTITION BY LIST (id);
CREATE TABLE public.old_orders (
  id integer,
  n integer
);
ALTER TABLE public.orders ATTACH PARTITION public.old_orders FOR VALUES IN (1);
INSERT INTO public.old_orders (id, n) SELECT id, n FROM public."old_orders aside";
DROP TABLE public."old_orders aside";
