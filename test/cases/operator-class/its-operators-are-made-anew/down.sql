DROP INDEX public.places_at;
DROP OPERATOR CLASS public.by_x USING btree;
DROP OPERATOR public.=# (public.point2, public.point2);
DROP OPERATOR public.<# (public.point2, public.point2);
DROP FUNCTION public.same(public.point2, public.point2);
DROP FUNCTION public.compare(public.point2, public.point2);
DROP FUNCTION public.before(public.point2, public.point2);
ALTER TYPE public.point2 RENAME TO point2__old;
CREATE TYPE public.point2 AS (
  x integer,
  y integer
);
ALTER TABLE public.places ALTER COLUMN at TYPE public.point2 USING at::text::public.point2;
DROP TYPE public.point2__old;
CREATE FUNCTION public.same(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT ($1).x = ($2).x$$;
CREATE FUNCTION public.compare(public.point2, public.point2)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT ($1).x - ($2).x$$;
CREATE FUNCTION public.before(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT ($1).x < ($2).x$$;
CREATE OPERATOR public.=# (
  FUNCTION = public.same,
  LEFTARG = public.point2,
  RIGHTARG = public.point2,
  COMMUTATOR = OPERATOR(public.=#),
  MERGES
);
CREATE OPERATOR public.<# (
  FUNCTION = public.before,
  LEFTARG = public.point2,
  RIGHTARG = public.point2
);
CREATE OPERATOR CLASS public.by_x FOR TYPE public.point2 USING btree FAMILY public.by_x AS
  OPERATOR 1 public.<#(public.point2,public.point2),
  OPERATOR 3 public.=#(public.point2,public.point2),
  FUNCTION 1 (public.point2, public.point2) public.compare(public.point2,public.point2);
CREATE INDEX places_at ON public.places (at public.by_x);
