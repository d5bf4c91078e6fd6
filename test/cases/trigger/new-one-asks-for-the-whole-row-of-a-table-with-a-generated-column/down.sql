DROP INDEX public.users_twice;
ALTER TABLE public.users DROP COLUMN twice;
DROP TRIGGER touches ON public.users;
ALTER TABLE public.users ADD COLUMN twice integer GENERATED ALWAYS AS (id * 2) STORED;
CREATE INDEX users_twice ON public.users (twice);
