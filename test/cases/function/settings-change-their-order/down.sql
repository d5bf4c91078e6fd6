CREATE OR REPLACE FUNCTION public.zone()
RETURNS text
LANGUAGE sql
SET work_mem TO '4MB'
SET "DateStyle" TO 'ISO'
AS $$SELECT 1$$;
