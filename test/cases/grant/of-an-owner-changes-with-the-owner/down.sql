GRANT DELETE ON TABLE public.t TO case_writer;
ALTER TABLE public.t OWNER TO postgres;
REVOKE ALL ON TABLE public.t FROM postgres;
