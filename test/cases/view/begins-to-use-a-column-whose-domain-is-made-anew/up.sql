ALTER TABLE public.users DROP COLUMN other;
ALTER DOMAIN public.email RENAME TO email__old;
CREATE DOMAIN public.email AS text COLLATE pg_catalog."C";
ALTER TABLE public.users ALTER COLUMN mail TYPE public.email USING mail::text::public.email;
DROP DOMAIN public.email__old;
CREATE OR REPLACE VIEW public.ids AS
SELECT id,
    mail
   FROM public.users;
