CREATE TYPE public.pair AS (a integer, b integer);
CREATE LANGUAGE mine HANDLER plpgsql_call_handler;
