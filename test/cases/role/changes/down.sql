COMMENT ON ROLE case_app IS 'before';
ALTER ROLE case_app WITH LOGIN CREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 3;
ALTER ROLE case_app VALID UNTIL '2030-01-01T00:00:00Z';
ALTER ROLE case_app RESET lock_timeout;
ALTER ROLE case_app SET search_path TO app, public;
ALTER ROLE case_app SET statement_timeout TO '3s';
