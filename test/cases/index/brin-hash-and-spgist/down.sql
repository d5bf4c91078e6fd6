DROP INDEX public.t_spgist;
DROP INDEX public.t_hash;
DROP INDEX public.t_brin;
