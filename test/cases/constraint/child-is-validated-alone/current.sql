CREATE TABLE public.events (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01')
  PARTITION BY RANGE (at);
CREATE TABLE public.events_2a PARTITION OF public.events_2 FOR VALUES FROM ('2026-02-01') TO ('2026-02-10');
CREATE TABLE public.events_3 PARTITION OF public.events FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
INSERT INTO public.events VALUES (-1, '2026-01-05');
ALTER TABLE public.events ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE public.events_3 VALIDATE CONSTRAINT positive;
COMMENT ON CONSTRAINT positive ON public.events IS 'above';
COMMENT ON CONSTRAINT positive ON public.events_3 IS 'at the end';
