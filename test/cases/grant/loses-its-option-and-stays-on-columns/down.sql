GRANT SELECT ON TABLE public.t TO case_reader WITH GRANT OPTION;
GRANT SELECT (id) ON TABLE public.t TO case_reader WITH GRANT OPTION;
GRANT SELECT ON TABLE public.t TO case_manager WITH GRANT OPTION;
GRANT SELECT (id) ON TABLE public.t TO case_manager;
GRANT UPDATE (n) ON TABLE public.t TO case_manager;
