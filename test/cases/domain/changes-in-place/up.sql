ALTER DOMAIN public.email DROP CONSTRAINT short;
ALTER DOMAIN public.code DROP NOT NULL;
ALTER DOMAIN public.email SET DEFAULT 'nobody@localhost'::text;
ALTER DOMAIN public.email SET NOT NULL;
COMMENT ON CONSTRAINT has_at ON DOMAIN public.email IS 'As a rule';
ALTER DOMAIN public.email ADD CONSTRAINT lower CHECK (VALUE = lower(VALUE)) NOT VALID;
ALTER DOMAIN public.email ADD CONSTRAINT short CHECK (length(VALUE) < 50);
