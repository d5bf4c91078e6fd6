DROP TABLE public.states_off;
DROP TABLE public.readings_10;
CREATE TABLE public.states_old PARTITION OF public.states FOR VALUES IN ('gone', NULL);
CREATE TABLE public.readings_08 PARTITION OF public.readings FOR VALUES FROM ('2026-08-01 00:00:00+00', MINVALUE) TO ('2026-09-01 00:00:00+00', MINVALUE);
