CREATE FUNCTION public.zone() RETURNS text LANGUAGE sql SET work_mem TO '4MB' SET datestyle TO 'ISO' AS 'SELECT 1';
