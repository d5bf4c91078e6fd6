CREATE TYPE public.place AS (
  id integer,
  name text,
  n integer
);
CREATE TABLE public.places OF public.place (
  id WITH OPTIONS NOT NULL,
  n WITH OPTIONS DEFAULT 5,
  CONSTRAINT places_n_check CHECK (n > 0),
  CONSTRAINT places_name_key UNIQUE (name),
  CONSTRAINT places_pkey PRIMARY KEY (id)
);
