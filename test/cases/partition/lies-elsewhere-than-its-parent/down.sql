DROP TABLE public.logs_4;
DROP TABLE public.logs_3;
CREATE TABLE public.logs_2 PARTITION OF public.logs FOR VALUES IN (2) USING heap2;
CREATE TABLE public.logs_1 PARTITION OF public.logs FOR VALUES IN (1) USING heap;
