CREATE TYPE public.mood AS ENUM ('ok');
CREATE TABLE public.events (tags text[], at timestamptz, mood public.mood, data jsonb);
INSERT INTO public.events VALUES ('{"a b",c,"d\"e"}', '2026-01-01 00:00+00', 'ok', '["x", "y"]');
INSERT INTO public.events VALUES (ARRAY[E'two\nlines', E'\\n', NULL, '{"x": [1]}', ''], NULL, NULL, '[]'), ('{}', NULL, NULL, NULL);
