REVOKE SELECT, DELETE ON TABLE public.pg_stat_statements FROM case_reader;
REVOKE EXECUTE ON FUNCTION public.pg_stat_statements(boolean) FROM case_reader;
CREATE EXTENSION hstore SCHEMA public VERSION '1.8';
GRANT EXECUTE ON FUNCTION public.hstore(pg_catalog.text,pg_catalog.text) TO case_reader;
