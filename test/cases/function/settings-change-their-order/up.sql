CREATE OR REPLACE FUNCTION public.zone()
RETURNS text
LANGUAGE sql
SET "DateStyle" TO 'ISO'
SET work_mem TO '4MB'
AS $$SELECT 1$$;
