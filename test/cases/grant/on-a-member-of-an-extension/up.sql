DROP EXTENSION hstore;
GRANT EXECUTE ON FUNCTION public.pg_stat_statements(boolean) TO case_reader WITH GRANT OPTION;
GRANT SELECT, DELETE ON TABLE public.pg_stat_statements TO case_reader;
