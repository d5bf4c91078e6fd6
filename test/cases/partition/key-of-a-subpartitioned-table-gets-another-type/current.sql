CREATE TABLE public.points (region text NOT NULL, id integer NOT NULL, at integer) PARTITION BY LIST (region);
CREATE TABLE public.points_eu PARTITION OF public.points FOR VALUES IN ('de', 'fr') PARTITION BY RANGE (id);
CREATE TABLE public.points_eu_low PARTITION OF public.points_eu FOR VALUES FROM (MINVALUE) TO (1000);
CREATE TABLE public.points_eu_high PARTITION OF public.points_eu FOR VALUES FROM (1000) TO (MAXVALUE);
CREATE TABLE public.points_us PARTITION OF public.points FOR VALUES IN ('us', NULL);
INSERT INTO public.points VALUES ('de', 1, 10), ('fr', 2000, 20), ('us', 3, NULL);
