ALTER TABLE public.t ADD COLUMN b integer;
CREATE INDEX t_partial_idx ON public.t (a) WHERE b > 0;
CREATE INDEX t_expression_idx ON public.t (((a + b)));
CREATE INDEX t_both_idx ON public.t (a, b);
