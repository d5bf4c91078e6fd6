ALTER TABLE public.events ALTER COLUMN tags TYPE text[] USING CASE WHEN jsonb_typeof(tags::jsonb) = 'array' THEN ('{' || substr(tags::jsonb::text, 2, length(tags::jsonb::text) - 2) || '}')::text[] WHEN tags IS NOT NULL THEN ARRAY[tags #>> '{}']::text[] END;
ALTER TABLE public.events ALTER COLUMN mood TYPE public.mood USING (mood #>> '{}')::public.mood;
ALTER TABLE public.events ALTER COLUMN data TYPE jsonb USING to_jsonb(data);
ALTER TABLE public.events ALTER COLUMN at TYPE timestamp with time zone USING (at #>> '{}')::timestamp with time zone;
