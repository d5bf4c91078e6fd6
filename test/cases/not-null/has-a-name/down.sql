ALTER TABLE public.t RENAME CONSTRAINT newer TO old;
ALTER TABLE public.t RENAME CONSTRAINT given TO t_a_not_null;
