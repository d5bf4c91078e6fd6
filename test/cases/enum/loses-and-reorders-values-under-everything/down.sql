DROP POLICY visible ON public.people;
DROP VIEW public.fine_people;
DROP INDEX public.people_ok_idx;
ALTER TABLE public.people DROP CONSTRAINT people_mood_fkey;
ALTER TABLE public.people DROP CONSTRAINT not_gone;
ALTER TABLE public.people ALTER COLUMN moods DROP DEFAULT;
ALTER TABLE public.people ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE public.people DROP COLUMN fine;
DROP FUNCTION public.is_ok(public.mood);
ALTER TYPE public.pair RENAME TO pair__old;
ALTER DOMAIN public.state RENAME TO state__old;
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy', 'gone');
CREATE DOMAIN public.state AS public.mood DEFAULT 'ok'::public.mood CONSTRAINT not_sad CHECK (VALUE <> 'sad'::public.mood);
CREATE TYPE public.pair AS (
  a public.mood,
  b public.state
);
ALTER TABLE public.people ALTER COLUMN pair TYPE public.pair USING pair::text::public.pair;
ALTER TABLE public.people ALTER COLUMN pairs TYPE public.pair[] USING pairs::text::public.pair[];
ALTER TABLE public.people ALTER COLUMN state TYPE public.state USING state::text::public.state;
ALTER TABLE public.moods ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
ALTER TABLE public.people ALTER COLUMN moods TYPE public.mood[] USING moods::text::public.mood[];
DROP TYPE public.pair__old;
DROP DOMAIN public.state__old;
DROP TYPE public.mood__old;
COMMENT ON COLUMN public.pair.a IS 'The first';
COMMENT ON TYPE public.mood IS 'How somebody feels';
CREATE FUNCTION public.is_ok(public.mood)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT $1 = 'ok'$$;
ALTER TABLE public.people ADD COLUMN fine boolean GENERATED ALWAYS AS (mood = 'ok'::public.mood) STORED;
ALTER TABLE public.people ALTER COLUMN moods SET DEFAULT ARRAY['ok'::public.mood];
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.people ADD CONSTRAINT people_mood_fkey FOREIGN KEY (mood) REFERENCES public.moods (mood);
ALTER TABLE public.people ADD CONSTRAINT not_gone CHECK ((mood <> 'ok'::public.mood) OR (id > 0));
CREATE INDEX people_ok_idx ON public.people (public.is_ok(mood)) WHERE mood <> 'sad'::public.mood;
CREATE VIEW public.fine_people AS
SELECT id,
    mood
   FROM public.people
  WHERE (mood = 'ok'::public.mood);
CREATE POLICY visible ON public.people USING (mood <> 'sad'::public.mood);
