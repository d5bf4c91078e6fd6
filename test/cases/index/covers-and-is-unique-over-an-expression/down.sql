DROP INDEX public.users_email_idx;
CREATE INDEX users_email_idx ON public.users (email);
