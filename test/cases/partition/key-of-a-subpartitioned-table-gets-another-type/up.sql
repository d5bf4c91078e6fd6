CREATE TABLE public."points aside" AS SELECT * FROM public.points;
DROP TABLE public.points_eu_high;
DROP TABLE public.points_eu_low;
DROP TABLE public.points_eu;
DROP TABLE public.points_us;
DROP TABLE public.points;
CREATE TABLE public.points (
  region text CONSTRAINT points_region_not_null NOT NULL,
  id bigint CONSTRAINT points_id_not_null NOT NULL,
  at integer
) PARTITION BY LIST (region);
CREATE TABLE public.points_eu PARTITION OF public.points FOR VALUES IN ('de', 'fr') PARTITION BY RANGE (id);
CREATE TABLE public.points_eu_high PARTITION OF public.points_eu FOR VALUES FROM ('1000') TO (MAXVALUE);
CREATE TABLE public.points_eu_low PARTITION OF public.points_eu FOR VALUES FROM (MINVALUE) TO ('1000');
CREATE TABLE public.points_us PARTITION OF public.points FOR VALUES IN ('us', NULL);
INSERT INTO public.points (region, id, at) SELECT region, id::bigint, at FROM public."points aside";
DROP TABLE public."points aside";
