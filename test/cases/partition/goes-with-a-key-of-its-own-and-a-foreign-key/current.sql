CREATE TABLE public.places (id integer, country text, PRIMARY KEY (id, country));
CREATE TABLE public.orders (id integer, country text) PARTITION BY LIST (country);
CREATE TABLE public.orders_de PARTITION OF public.orders (PRIMARY KEY (id, country)) FOR VALUES IN ('de');
CREATE UNIQUE INDEX orders_id ON public.orders (id, country);
ALTER TABLE public.orders ADD CONSTRAINT orders_place FOREIGN KEY (id, country) REFERENCES public.places;
ALTER TABLE public.places ADD CONSTRAINT places_order FOREIGN KEY (id, country) REFERENCES public.orders (id, country);
