CREATE TABLE public.t (
  quote text DEFAULT 'it''s'::text,
  backslash text DEFAULT 'a\b'::text,
  lines text DEFAULT 'one
two'::text,
  dollar text DEFAULT '${x} `tick`'::text,
  empty text DEFAULT ''::text,
  "json" jsonb DEFAULT '{"a": [1, "it''s"]}'::jsonb,
  nothing text,
  negative integer DEFAULT '-1'::integer,
  big bigint DEFAULT '9007199254740993'::bigint,
  flag boolean DEFAULT false,
  day interval DEFAULT '1 day'::interval
);
