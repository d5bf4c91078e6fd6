ALTER TABLE public.events DETACH PARTITION public.events_2;
ALTER TABLE public.events DETACH PARTITION public.events_1;
ALTER TABLE public.events_2 DROP CONSTRAINT events_2_id_excl;
ALTER TABLE public.events_1 DROP CONSTRAINT named;
ALTER TABLE public.events_2 ADD CONSTRAINT events_2_id_excl EXCLUDE USING btree (id WITH =);
