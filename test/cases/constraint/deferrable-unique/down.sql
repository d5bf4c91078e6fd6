ALTER TABLE public.t DROP CONSTRAINT t_place_key;
ALTER TABLE public.t ADD CONSTRAINT t_place_key UNIQUE (place);
