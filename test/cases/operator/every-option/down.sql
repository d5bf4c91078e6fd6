COMMENT ON OPERATOR public.!!! (NONE, text) IS NULL;
DROP VIEW public.v;
DROP OPERATOR public.=== (text, text);
DROP OPERATOR public.<<>> (text, text);
CREATE OPERATOR public.=== (
  FUNCTION = public.same,
  LEFTARG = text,
  RIGHTARG = text,
  RESTRICT = eqsel
);
COMMENT ON OPERATOR public.=== (text, text) IS 'same';
CREATE VIEW public.v AS
SELECT ('a'::text OPERATOR(public.===) 'A'::text) AS yes;
