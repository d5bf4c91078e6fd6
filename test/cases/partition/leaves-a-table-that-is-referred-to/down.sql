CREATE TABLE public.parents_2 PARTITION OF public.parents FOR VALUES FROM (10) TO (20);
