SET LOCAL ROLE case_manager;
GRANT SELECT ON TABLE public.t TO case_reader;
RESET ROLE;
