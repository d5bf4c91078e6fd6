CREATE TYPE public.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN app.feeling AS public.mood;
CREATE DOMAIN public.strong AS app.feeling;
CREATE TYPE app.felt AS (
  mood public.mood
);
CREATE TYPE public.shown AS (
  felt app.felt,
  strong public.strong
);
