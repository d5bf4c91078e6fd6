GRANT ALL ON TABLE public.t TO postgres;
ALTER TABLE public.t OWNER TO case_writer;
REVOKE DELETE ON TABLE public.t FROM case_writer;
