DROP CAST (public.pair AS jsonb);
DROP CAST (public.pair AS integer);
CREATE CAST (public.pair AS json) WITH INOUT;
CREATE CAST (public.pair AS integer) WITH FUNCTION public.to_int(public.pair);
COMMENT ON CAST (public.pair AS integer) IS 'first';
