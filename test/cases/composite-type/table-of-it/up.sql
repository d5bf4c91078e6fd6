ALTER TYPE public.reading ALTER ATTRIBUTE id TYPE bigint CASCADE;
ALTER TYPE public.reading ADD ATTRIBUTE unit text CASCADE;
