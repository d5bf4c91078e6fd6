CREATE FUNCTION public.all_users()
RETURNS SETOF public.users
LANGUAGE sql
AS $$SELECT * FROM users$$;
CREATE FUNCTION public.label(u public.users)
RETURNS text
LANGUAGE sql
STABLE
AS $$SELECT u.name$$;
