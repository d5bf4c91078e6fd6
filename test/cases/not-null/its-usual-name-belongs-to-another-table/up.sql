CREATE TABLE public.a (
  id integer CONSTRAINT a_id_not_null NOT NULL,
  n integer NOT NULL
);
