ALTER DOMAIN public.email RENAME TO email__old;
CREATE DOMAIN public.email AS text CONSTRAINT long_enough CHECK (length(VALUE) > 2);
ALTER TABLE public.people ALTER COLUMN emails TYPE public.email[] USING emails::text[]::public.email[];
ALTER TABLE public.people ALTER COLUMN email TYPE public.email USING email::text::public.email;
DROP DOMAIN public.email__old;
ALTER TABLE public.people ALTER COLUMN emails TYPE public.email USING emails[1]::public.email;
-- nothing to do;
-- nothing to do;
