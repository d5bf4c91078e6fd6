DROP VIEW public.open;
ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;
ALTER TABLE public.jobs ALTER COLUMN states TYPE text USING CASE WHEN cardinality(states) = 1 THEN states[1]::text ELSE states::text END;
ALTER TABLE public.jobs ALTER COLUMN state TYPE text;
DROP DOMAIN public.state;
CREATE TYPE public.state AS ENUM ('new', 'done');
ALTER TABLE public.jobs ALTER COLUMN states TYPE public.state[] USING CASE WHEN states LIKE '{%}' THEN states::public.state[] WHEN states IS NOT NULL THEN ARRAY[states]::public.state[] END;
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::public.state;
ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'new'::public.state;
CREATE VIEW public.open AS
SELECT id
   FROM public.jobs
  WHERE (state = 'new'::public.state);
