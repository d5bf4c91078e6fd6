CREATE INDEX t_brin ON public.t USING brin (ts) WITH (pages_per_range=32, autosummarize=true);
CREATE INDEX t_hash ON public.t USING hash (a);
CREATE INDEX t_spgist ON public.t USING spgist (p);
