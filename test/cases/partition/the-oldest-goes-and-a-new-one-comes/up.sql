DROP TABLE public.readings_08;
DROP TABLE public.states_old;
CREATE TABLE public.readings_10 PARTITION OF public.readings FOR VALUES FROM ('2026-10-01 00:00:00+00', MINVALUE) TO ('2026-11-01 00:00:00+00', MAXVALUE);
CREATE TABLE public.states_off PARTITION OF public.states FOR VALUES IN ('off', 'away');
