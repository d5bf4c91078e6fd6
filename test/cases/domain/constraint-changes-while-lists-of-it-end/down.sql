ALTER DOMAIN public.email DROP CONSTRAINT long_enough;
ALTER DOMAIN public.email ADD CONSTRAINT long_enough CHECK (length(VALUE) > 1);
ALTER TABLE public.people ALTER COLUMN emails TYPE public.email[] USING CASE WHEN emails IS DISTINCT FROM NULL THEN ARRAY[emails]::public.email[] END;
-- nothing to do;
