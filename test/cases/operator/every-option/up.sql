DROP VIEW public.v;
DROP OPERATOR public.=== (text, text);
CREATE OPERATOR public.<<>> (
  FUNCTION = public.differs,
  LEFTARG = text,
  RIGHTARG = text,
  NEGATOR = OPERATOR(public.===),
  RESTRICT = neqsel
);
CREATE OPERATOR public.=== (
  FUNCTION = public.same,
  LEFTARG = text,
  RIGHTARG = text,
  COMMUTATOR = OPERATOR(public.===),
  NEGATOR = OPERATOR(public.<<>>),
  RESTRICT = eqsel,
  JOIN = eqjoinsel,
  HASHES,
  MERGES
);
COMMENT ON OPERATOR public.=== (text, text) IS 'same';
CREATE VIEW public.v AS
SELECT ('a'::text OPERATOR(public.===) 'A'::text) AS yes;
COMMENT ON OPERATOR public.!!! (NONE, text) IS 'prefix';
