CREATE TABLE public.b (
  id integer,
  t text DEFAULT 'b'::text
);
ALTER TABLE public.a ADD COLUMN t text DEFAULT 'a'::text;
CREATE TABLE public.both_of_them (
  t text DEFAULT 'b'::text,
  n bigint
) INHERITS (public.a, public.b);
CREATE FUNCTION public.counted()
RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.both_of_them;
END;
ALTER TABLE public.both_of_them ALTER COLUMN n SET DEFAULT public.counted();
