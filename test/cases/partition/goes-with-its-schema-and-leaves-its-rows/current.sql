CREATE SCHEMA old;
CREATE TABLE public.orders (id integer, country text) PARTITION BY LIST (country);
CREATE TABLE old.orders_de PARTITION OF public.orders FOR VALUES IN ('de');
CREATE TABLE old.orders_at PARTITION OF public.orders FOR VALUES IN ('at');
INSERT INTO public.orders VALUES (1, 'de'), (2, 'at');
