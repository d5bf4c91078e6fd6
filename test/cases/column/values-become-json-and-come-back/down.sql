ALTER TABLE public.events ALTER COLUMN tags TYPE text[] USING CASE WHEN jsonb_typeof(tags::jsonb) = 'array' THEN (jsonb_populate_record(NULL::pg_catalog.pg_class, jsonb_build_object('reloptions', tags))).reloptions::text[] WHEN tags IS NOT NULL THEN ARRAY[tags #>> '{}']::text[] END;
ALTER TABLE public.events ALTER COLUMN mood TYPE public.mood USING (mood #>> '{}')::public.mood;
ALTER TABLE public.events ALTER COLUMN data TYPE jsonb USING to_jsonb(data);
ALTER TABLE public.events ALTER COLUMN at TYPE timestamp with time zone USING (at #>> '{}')::timestamp with time zone;
