DROP INDEX public.events_3_by_id;
ALTER TABLE public.events DETACH PARTITION public.events_3;
DROP INDEX public.events_3_id_idx;
DROP INDEX public.events_1_by_id;
DROP TABLE public.events_2;
DROP INDEX public.events_id;
CREATE INDEX events_3_by_id ON public.events_3 (id);
CREATE INDEX events_1_by_id ON public.events_1 (id);
