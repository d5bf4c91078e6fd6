CREATE TABLE public."others aside" AS SELECT * FROM ONLY public.others;
CREATE TABLE public."readings aside" AS SELECT * FROM ONLY public.readings;
ALTER TABLE public.readings DROP CONSTRAINT readings_pkey;
ALTER TABLE public.readings ALTER COLUMN y DROP NOT NULL;
ALTER TABLE public.readings ALTER COLUMN x DROP DEFAULT;
DROP TABLE public.others;
DROP TABLE public.readings;
ALTER TYPE public.reading RENAME TO reading__old;
CREATE TYPE public.reading AS (
  at date,
  y integer,
  x bigint
);
DROP TYPE public.reading__old;
CREATE TYPE public.place AS (
  x bigint,
  y integer
);
CREATE TABLE public.others OF public.place;
CREATE TABLE public.readings OF public.reading;
ALTER TABLE public.readings ALTER COLUMN x SET DEFAULT 3;
ALTER TABLE public.readings ALTER COLUMN y SET NOT NULL;
ALTER TABLE public.readings ADD CONSTRAINT readings_pkey PRIMARY KEY (y);
INSERT INTO public.others (x, y) SELECT x, y FROM public."others aside";
DROP TABLE public."others aside";
INSERT INTO public.readings (y, x) SELECT y, x FROM public."readings aside";
DROP TABLE public."readings aside";
