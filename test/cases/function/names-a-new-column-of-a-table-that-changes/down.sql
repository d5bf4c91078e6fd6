CREATE OR REPLACE FUNCTION public.counted()
RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.users;
END;
ALTER TABLE public.users DROP COLUMN n;
ALTER TABLE public.users SET (fillfactor=70);
