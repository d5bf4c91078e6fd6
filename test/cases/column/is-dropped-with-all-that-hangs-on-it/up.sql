DROP INDEX public.t_code_idx;
ALTER TABLE public.t DROP CONSTRAINT t_code_check;
ALTER TABLE public.t DROP CONSTRAINT t_code_key;
ALTER TABLE public.t DROP COLUMN code;
