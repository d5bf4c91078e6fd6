DROP VIEW public.open;
ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;
ALTER TABLE public.jobs ALTER COLUMN state TYPE text;
ALTER TABLE public.jobs ALTER COLUMN states TYPE text USING CASE WHEN cardinality(states) = 1 THEN states[1]::text ELSE states::text END;
DROP TYPE public.state;
CREATE DOMAIN public.state AS text CONSTRAINT known CHECK (VALUE = ANY (ARRAY['new'::text, 'done'::text]));
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::public.state;
ALTER TABLE public.jobs ALTER COLUMN states TYPE public.state[] USING CASE WHEN states LIKE '{%}' THEN states::public.state[] WHEN states IS NOT NULL THEN ARRAY[states]::public.state[] END;
ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'new'::text;
CREATE VIEW public.open AS
SELECT id
   FROM public.jobs
  WHERE ((state)::text = 'new'::text);
