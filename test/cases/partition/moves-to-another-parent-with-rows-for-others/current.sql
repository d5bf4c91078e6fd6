CREATE TABLE public.seen (day date);
CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.seen VALUES (NEW.day); RETURN NULL; END';
CREATE TABLE public.live (id integer, day date) PARTITION BY RANGE (day);
CREATE TABLE public.old (id integer, day date) PARTITION BY RANGE (day);
CREATE TABLE public.old_2025 PARTITION OF public.old FOR VALUES FROM ('2025-07-01') TO ('2026-01-01');
CREATE TABLE public.days PARTITION OF public.live FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO public.live VALUES (1, '2025-03-03'), (2, '2025-08-08');
CREATE TRIGGER note AFTER INSERT ON public.old FOR EACH ROW EXECUTE FUNCTION public.note();
