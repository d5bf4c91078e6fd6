DROP INDEX public.users_twice;
ALTER TABLE public.users DROP COLUMN twice;
DROP TRIGGER touches ON public.users;
