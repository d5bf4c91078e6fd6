CREATE TABLE public.counters (id bigint NOT NULL PRIMARY KEY, n integer) PARTITION BY HASH (id);
CREATE TABLE public.counters_0 PARTITION OF public.counters FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.counters_1 PARTITION OF public.counters FOR VALUES WITH (modulus 2, remainder 1);
INSERT INTO public.counters SELECT n, n FROM generate_series(1, 20) n;
