CREATE TABLE public."events_3 aside" AS SELECT * FROM ONLY public.events_3;
DROP TABLE public.events_3;
ALTER TABLE public.events ADD COLUMN region text;
CREATE TABLE public.events_3 PARTITION OF public.events FOR VALUES FROM ('2026-03-01') TO ('2026-05-01') PARTITION BY HASH (region);
CREATE TABLE public.events_3_all PARTITION OF public.events_3 FOR VALUES WITH (modulus 1, remainder 0);
INSERT INTO public.events_3 (id, at) SELECT id, at FROM public."events_3 aside";
DROP TABLE public."events_3 aside";
