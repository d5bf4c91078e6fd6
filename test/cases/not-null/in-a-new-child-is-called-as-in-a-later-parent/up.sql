CREATE TABLE public.toys (
  own integer,
  CONSTRAINT things_id_not_null NOT NULL id
) INHERITS (public.animals, public.things);
CREATE TABLE public.plush (
  CONSTRAINT plush_id_not_null NOT NULL id
) INHERITS (public.toys);
