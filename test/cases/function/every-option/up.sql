CREATE FUNCTION app."Rich ""one"""(a integer, "B b" text DEFAULT 'it''s'::text, VARIADIC "between" numeric[] DEFAULT '{}'::numeric[])
RETURNS TABLE(id bigint, "the name" character varying)
LANGUAGE plpgsql
STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL RESTRICTED COST 12.5 ROWS 7
SET search_path TO app, '$user', pg_temp
SET work_mem TO '8MB'
SET my.setting TO 'it''s'
AS $body$  -- A `backtick`, a \ backslash, ${dollars} and $1 and $$

  BEGIN
  	RETURN;
     
  END$body$;
CREATE FUNCTION public.nothing()
RETURNS void
LANGUAGE sql
AS $$$$;
CREATE FUNCTION public.outs(OUT a integer, INOUT b text)
RETURNS record
LANGUAGE sql
AS $$SELECT 1, $1$$;
CREATE FUNCTION public.over(bigint)
RETURNS bigint
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.over(bigint)
RETURNS bigint
LANGUAGE sql
RETURN public.over((($1)::integer)::bigint);
CREATE FUNCTION public.over(integer)
RETURNS integer
LANGUAGE sql
RETURN $1;
CREATE FUNCTION public.unnamed(integer, second text)
RETURNS SETOF integer
LANGUAGE sql
AS $$SELECT $1$$;
CREATE PROCEDURE public.move(a integer, OUT b integer)
LANGUAGE plpgsql
SET search_path TO ''
AS $$  BEGIN
    b := a;
  END$$;
