CREATE TABLE public.things (
  id integer NOT NULL
);
ALTER TABLE public.animals ADD CONSTRAINT animals_id_not_null NOT NULL id;
CREATE TABLE public.toys (
  own integer
) INHERITS (public.animals, public.things);
