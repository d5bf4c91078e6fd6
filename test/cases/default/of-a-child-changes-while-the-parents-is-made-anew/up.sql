ALTER TABLE public.child ALTER COLUMN v DROP DEFAULT;
ALTER TABLE ONLY public.parent ALTER COLUMN v DROP DEFAULT;
ALTER TABLE public.parent ALTER COLUMN v TYPE character varying(20);
ALTER TABLE ONLY public.parent ALTER COLUMN v SET DEFAULT 'a2'::character varying;
ALTER TABLE public.child ALTER COLUMN v SET DEFAULT 'b2'::character varying;
