DROP TRIGGER note ON public.old;
-- nothing to do;
ALTER TABLE public.old DETACH PARTITION public.days;
ALTER TABLE public.live ATTACH PARTITION public.days FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TRIGGER note AFTER INSERT ON public.old
FOR EACH ROW EXECUTE FUNCTION public.note();
-- nothing to do;
