ALTER DOMAIN public.several RENAME TO several__old;
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN public.several AS public.mood[] CONSTRAINT several_not_null NOT NULL;
DROP DOMAIN public.several__old;
DROP TYPE public.mood__old;
ALTER TYPE public.wide ALTER ATTRIBUTE a TYPE public.several CASCADE;
