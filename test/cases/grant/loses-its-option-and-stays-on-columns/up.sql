REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM case_manager;
REVOKE SELECT (id) ON TABLE public.t FROM case_manager;
REVOKE UPDATE (n) ON TABLE public.t FROM case_manager;
REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM case_reader;
REVOKE SELECT (id) ON TABLE public.t FROM case_reader;
