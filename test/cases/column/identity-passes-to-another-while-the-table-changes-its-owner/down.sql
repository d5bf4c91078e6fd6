ALTER TABLE public.t OWNER TO case_owner;
DROP ROLE case_other;
ALTER TABLE public.t ALTER COLUMN stamp SET NOT NULL;
ALTER TABLE public.t ALTER COLUMN stamp DROP EXPRESSION;
ALTER TABLE public.t ALTER COLUMN stamp TYPE smallint;
ALTER TABLE public.t ALTER COLUMN stamp ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('public.t', 'stamp'), max(stamp)) FROM public.t HAVING max(stamp) >= 1;
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
