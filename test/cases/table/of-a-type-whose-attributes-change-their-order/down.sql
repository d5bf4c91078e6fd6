CREATE TABLE public."readings aside" AS SELECT * FROM ONLY public.readings;
CREATE TABLE public."others aside" AS SELECT * FROM ONLY public.others;
ALTER TABLE public.readings DROP CONSTRAINT readings_pkey;
ALTER TABLE public.readings ALTER COLUMN y DROP NOT NULL;
ALTER TABLE public.readings ALTER COLUMN x DROP DEFAULT;
DROP TABLE public.readings;
DROP TABLE public.others;
DROP TYPE public.place;
ALTER TYPE public.reading RENAME TO reading__old;
CREATE TYPE public.reading AS (
  x bigint,
  y integer
);
DROP TYPE public.reading__old;
CREATE TABLE public.readings OF public.reading;
CREATE TABLE public.others (
  y integer,
  x bigint
);
ALTER TABLE public.readings ALTER COLUMN x SET DEFAULT 3;
ALTER TABLE public.readings ALTER COLUMN y SET NOT NULL;
ALTER TABLE public.readings ADD CONSTRAINT readings_pkey PRIMARY KEY (y);
INSERT INTO public.readings (x, y) SELECT x, y FROM public."readings aside";
DROP TABLE public."readings aside";
INSERT INTO public.others (y, x) SELECT y, x FROM public."others aside";
DROP TABLE public."others aside";
