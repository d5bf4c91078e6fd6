DROP TABLE public.events_2;
CREATE TABLE public.events_3 PARTITION OF public.events FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
