GRANT SELECT (xmin) ON TABLE public.t TO case_reader;
