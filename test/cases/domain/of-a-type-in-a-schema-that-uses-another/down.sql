DROP TYPE public.shown;
DROP TYPE app.felt;
DROP DOMAIN public.strong;
DROP DOMAIN app.feeling;
DROP TYPE public.mood;
