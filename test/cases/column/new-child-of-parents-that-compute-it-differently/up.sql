CREATE TABLE public.next (
  id integer,
  computed integer GENERATED ALWAYS AS (id + 1) STORED
);
CREATE TABLE public."both" (
  computed integer GENERATED ALWAYS AS (id + 1) STORED
) INHERITS (public.doubled, public.next);
