DROP OPERATOR public.=== (integer, integer);
DROP OPERATOR public.==== (integer, integer);
DROP OPERATOR public.<<<>>> (integer, integer);
CREATE OPERATOR public.<<<>>> (
  FUNCTION = public.differs,
  LEFTARG = integer,
  RIGHTARG = integer
);
CREATE OPERATOR public.=== (
  FUNCTION = public.same,
  LEFTARG = integer,
  RIGHTARG = integer,
  NEGATOR = OPERATOR(public.<<>>),
  HASHES
);
