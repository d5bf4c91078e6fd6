CREATE TABLE public."old_orders aside" AS SELECT * FROM ONLY public.old_orders;
ALTER TABLE public.orders DETACH PARTITION public.old_orders;
DROP TABLE public.old_orders;
DROP TABLE public.orders;
CREATE TABLE public.old_orders (
  id integer,
  n integer
) PARTITION BY RANGE (id);
CREATE TABLE public.all_orders PARTITION OF public.old_orders DEFAULT;
INSERT INTO public.old_orders (id, n) SELECT id, n FROM public."old_orders aside";
DROP TABLE public."old_orders aside";
