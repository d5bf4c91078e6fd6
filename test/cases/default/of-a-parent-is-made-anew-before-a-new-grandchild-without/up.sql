ALTER TABLE public.animals ALTER COLUMN age DROP DEFAULT;
ALTER TABLE public.animals ALTER COLUMN age TYPE integer USING age::integer;
ALTER TABLE public.animals ALTER COLUMN age SET DEFAULT 7;
CREATE TABLE public.pets () INHERITS (public.animals);
CREATE TABLE public.cats (
  age integer
) INHERITS (public.pets);
ALTER TABLE public.cats ALTER COLUMN age DROP DEFAULT;
