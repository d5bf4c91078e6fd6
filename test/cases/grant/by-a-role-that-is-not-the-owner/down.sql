SET LOCAL ROLE case_manager;
REVOKE SELECT ON TABLE public.t FROM case_reader;
RESET ROLE;
