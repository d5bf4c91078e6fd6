CREATE ROLE case_reader;
COMMENT ON ROLE case_reader IS 'Reads, and nothing else';
CREATE ROLE "case_Writer ""2""" LOGIN CREATEDB NOINHERIT CONNECTION LIMIT 5 VALID UNTIL '2031-05-06T05:08:09Z' PASSWORD :'CASE_WRITER_PASSWORD';
ALTER ROLE "case_Writer ""2""" SET log_statement TO 'none';
ALTER ROLE "case_Writer ""2""" SET search_path TO '$user', public;
ALTER ROLE "case_Writer ""2""" SET statement_timeout TO '3s';
DO $$BEGIN EXECUTE format('ALTER ROLE "case_Writer ""2""" IN DATABASE %I SET work_mem TO ''8MB''', current_database()); END$$;
GRANT case_reader TO "case_Writer ""2""";
GRANT pg_monitor TO "case_Writer ""2""" WITH ADMIN TRUE;
