ALTER TABLE public.events_2 DROP CONSTRAINT events_2_id_fkey;
ALTER TABLE public.events ADD CONSTRAINT events_id_fkey FOREIGN KEY (id) REFERENCES public.users (id);
ALTER TABLE public.events_2 ADD CONSTRAINT events_id_fkey FOREIGN KEY (id) REFERENCES public.users (id);
ALTER TABLE public.events ATTACH PARTITION public.events_2 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
ALTER TABLE public.events_2 ADD CONSTRAINT events_2_id_fkey FOREIGN KEY (id) REFERENCES public.users (id);
