ALTER TABLE public.events_2 DROP CONSTRAINT events_2_id_fkey;
ALTER TABLE public.events DETACH PARTITION public.events_2;
ALTER TABLE public.events_2 DROP CONSTRAINT events_id_fkey;
ALTER TABLE public.events DROP CONSTRAINT events_id_fkey;
ALTER TABLE public.events_2 ADD CONSTRAINT events_2_id_fkey FOREIGN KEY (id) REFERENCES public.users (id);
