CREATE ROLE case_app LOGIN CREATEROLE CONNECTION LIMIT 3 VALID UNTIL '2030-01-01 00:00:00+00';
ALTER ROLE case_app SET statement_timeout = '3s';
ALTER ROLE case_app SET search_path = app, public;
COMMENT ON ROLE case_app IS 'before';
