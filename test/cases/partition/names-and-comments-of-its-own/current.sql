CREATE TABLE public.orders (id integer NOT NULL, country text NOT NULL, PRIMARY KEY (id, country)) PARTITION BY LIST (country);
CREATE INDEX orders_country ON public.orders (country);
CREATE TABLE public.orders_de PARTITION OF public.orders FOR VALUES IN ('de');
INSERT INTO public.orders VALUES (1, 'de');
