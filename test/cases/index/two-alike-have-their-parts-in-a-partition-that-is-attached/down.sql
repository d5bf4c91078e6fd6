ALTER TABLE public.events DETACH PARTITION public.events_1;
DROP INDEX public.part_1;
DROP INDEX public.part_2;
DROP INDEX public.events_b;
DROP INDEX public.events_a;
