DROP CAST (public.pair AS integer);
DROP CAST (public.pair AS json);
CREATE CAST (public.pair AS integer) WITH FUNCTION public.to_int(public.pair) AS ASSIGNMENT;
COMMENT ON CAST (public.pair AS integer) IS 'first';
CREATE CAST (public.pair AS jsonb) WITH INOUT AS IMPLICIT;
