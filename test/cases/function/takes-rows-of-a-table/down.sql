DROP FUNCTION public.label(public.users);
DROP FUNCTION public.all_users();
