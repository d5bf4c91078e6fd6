CREATE TABLE public.t2 PARTITION OF public.t FOR VALUES FROM (10) TO (20);
ALTER TABLE public.t2 RENAME CONSTRAINT t2_id_place_key TO t2_id_city_key;
