DROP VIEW public.ids;
CREATE VIEW public.ids AS
SELECT id
   FROM public.users;
ALTER DOMAIN public.email RENAME TO email__old;
CREATE DOMAIN public.email AS text DEFAULT 'x@y'::text;
ALTER TABLE public.users ALTER COLUMN mail TYPE public.email USING mail::text::public.email;
DROP DOMAIN public.email__old;
ALTER TABLE public.users ADD COLUMN other public.email;
