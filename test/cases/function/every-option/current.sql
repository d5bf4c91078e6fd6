CREATE TYPE public.mood AS ENUM ('sad', 'ok');
DROP TYPE public.mood;
CREATE SCHEMA app;
