ALTER TABLE public.users RESET (fillfactor);
ALTER TABLE public.users ADD COLUMN n bigint;
CREATE OR REPLACE FUNCTION public.counted()
RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT max(users.n) AS max
    FROM public.users;
END;
