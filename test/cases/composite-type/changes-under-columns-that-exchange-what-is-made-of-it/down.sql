DROP VIEW public.reached;
ALTER TABLE public.shops ALTER COLUMN place TYPE public.place USING place::text::public.place;
ALTER TYPE public.several RENAME TO several__old;
ALTER TYPE public.place RENAME TO place__old;
ALTER DOMAIN public.email RENAME TO email__old;
CREATE DOMAIN public.email AS text CONSTRAINT email_check CHECK (VALUE ~ '@'::text);
CREATE TYPE public.place AS (
  mail public.email,
  x integer
);
CREATE TYPE public.several AS (
  place public.place,
  name text
);
ALTER TABLE public.shops ALTER COLUMN home TYPE public.several USING home::text::public.several;
ALTER TABLE public.shops ALTER COLUMN place TYPE public.place USING place::text::public.place;
ALTER TABLE public.shops ALTER COLUMN mail TYPE public.place USING mail::text::public.place;
ALTER TABLE public.shops ALTER COLUMN list TYPE public.place[] USING list::text::public.place[];
DROP TYPE public.several__old;
DROP TYPE public.place__old;
DROP DOMAIN public.email__old;
ALTER TABLE public.shops ALTER COLUMN mail TYPE public.email USING mail::text::public.email;
ALTER TABLE public.shops ALTER COLUMN list TYPE public.email[] USING list::text[]::public.email[];
ALTER TABLE public.shops ALTER COLUMN home TYPE public.place USING home::text::public.place;
ALTER TYPE public.several DROP ATTRIBUTE place CASCADE;
ALTER TYPE public.several DROP ATTRIBUTE name CASCADE;
ALTER TYPE public.several ADD ATTRIBUTE places public.place[] CASCADE;
CREATE VIEW public.reached AS
SELECT mail,
    place,
    list
   FROM public.shops;
