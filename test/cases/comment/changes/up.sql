COMMENT ON COLUMN public.pair.a IS NULL;
COMMENT ON COLUMN public.t.note IS NULL;
COMMENT ON SCHEMA public IS 'standard public schema';
COMMENT ON TABLE public.t IS E'after
in two lines \\ with a backslash';
COMMENT ON COLUMN public.pair.b IS 'an attribute';
COMMENT ON COLUMN public.t.id IS 'the key''s column';
COMMENT ON TYPE public.pair IS 'a type';
COMMENT ON CONSTRAINT t_key ON public.t IS 'the key';
COMMENT ON INDEX public.i IS 'an index';
COMMENT ON INDEX public.t_key IS 'its index';
COMMENT ON SEQUENCE public.t_n_seq IS 'a number';
COMMENT ON VIEW public.v IS 'a view';
COMMENT ON COLUMN public.v.id IS 'a column of a view';
