CREATE TABLE public."days aside" AS SELECT id, day FROM public.days;
TRUNCATE public.days;
DROP TRIGGER note ON public.old;
ALTER TABLE public.live DETACH PARTITION public.days;
ALTER TABLE public.old ATTACH PARTITION public.days FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
INSERT INTO public.old (id, day) OVERRIDING SYSTEM VALUE SELECT id, day FROM public."days aside";
DROP TABLE public."days aside";
CREATE TRIGGER note AFTER INSERT ON public.old
FOR EACH ROW EXECUTE FUNCTION public.note();
