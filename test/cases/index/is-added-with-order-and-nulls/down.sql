DROP INDEX public.t_idx;
