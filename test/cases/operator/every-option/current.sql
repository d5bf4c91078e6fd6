CREATE FUNCTION public.same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) = lower($2)';
CREATE FUNCTION public.differs(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) <> lower($2)';
CREATE FUNCTION public.minus(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE OPERATOR public.=== (FUNCTION = public.same, LEFTARG = text, RIGHTARG = text, RESTRICT = eqsel);
COMMENT ON OPERATOR public.=== (text, text) IS 'same';
CREATE VIEW public.v AS SELECT 'a'::text OPERATOR(public.===) 'A'::text AS yes;
CREATE OPERATOR public.!!! (FUNCTION = public.minus, RIGHTARG = text);
