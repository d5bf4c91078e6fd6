ALTER TABLE public.orders DROP CONSTRAINT orders_place;
ALTER TABLE public.places DROP CONSTRAINT places_order;
CREATE TABLE public."orders aside" AS SELECT * FROM public.orders;
ALTER TABLE public.orders DETACH PARTITION public.orders_de;
ALTER TABLE public.orders_de DROP CONSTRAINT IF EXISTS orders_place;
DROP INDEX public.orders_id;
DROP TABLE public.orders_de;
DROP TABLE public.orders;
DROP TABLE public.places;
CREATE TABLE public.orders (
  id integer
);
INSERT INTO public.orders (id) SELECT id FROM public."orders aside";
DROP TABLE public."orders aside";
