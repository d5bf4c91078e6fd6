ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (a) INCLUDE (b, c) WITH (fillfactor=80);
