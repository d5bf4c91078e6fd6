DROP INDEX public.t_a_idx;
CREATE UNIQUE INDEX t_a_idx ON public.t (a) NULLS NOT DISTINCT;
