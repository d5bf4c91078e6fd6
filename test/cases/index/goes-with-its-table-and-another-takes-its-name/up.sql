DROP TABLE public.old;
CREATE INDEX by_a ON public.kept (a);
