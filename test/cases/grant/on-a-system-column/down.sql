REVOKE SELECT (xmin) ON TABLE public.t FROM case_reader;
