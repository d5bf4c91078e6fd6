ALTER TABLE public.events ALTER COLUMN at TYPE json USING to_json(at);
ALTER TABLE public.events ALTER COLUMN data TYPE text[] USING CASE WHEN jsonb_typeof(data::jsonb) = 'array' THEN (jsonb_populate_record(NULL::pg_catalog.pg_class, jsonb_build_object('reloptions', data))).reloptions::text[] WHEN data IS NOT NULL THEN ARRAY[data #>> '{}']::text[] END;
ALTER TABLE public.events ALTER COLUMN mood TYPE jsonb USING to_jsonb(mood);
ALTER TABLE public.events ALTER COLUMN tags TYPE jsonb USING to_jsonb(tags);
