DROP INDEX public.t_both_idx;
DROP INDEX public.t_expression_idx;
DROP INDEX public.t_partial_idx;
ALTER TABLE public.t DROP COLUMN b;
