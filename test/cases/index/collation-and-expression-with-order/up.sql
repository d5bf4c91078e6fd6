CREATE INDEX by_c ON public.t (name COLLATE pg_catalog."C" text_pattern_ops DESC);
CREATE INDEX by_length ON public.t (length(name) DESC NULLS LAST, name);
