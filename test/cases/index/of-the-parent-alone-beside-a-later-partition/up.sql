-- nothing to do;
DROP INDEX public.events_at;
ALTER TABLE public.events ALTER COLUMN id TYPE bigint;
