DROP TABLE public.logs_1;
DROP TABLE public.logs_2;
CREATE TABLE public.logs_3 PARTITION OF public.logs FOR VALUES IN (3) USING heap;
CREATE TABLE public.logs_4 PARTITION OF public.logs FOR VALUES IN (4) USING heap2;
