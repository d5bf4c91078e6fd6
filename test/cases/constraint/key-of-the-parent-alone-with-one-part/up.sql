ALTER TABLE ONLY public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);
ALTER TABLE public.events_1 ADD CONSTRAINT events_1_pkey PRIMARY KEY (id);
ALTER INDEX public.events_pkey ATTACH PARTITION public.events_1_pkey;
