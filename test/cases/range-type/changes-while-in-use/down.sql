DROP VIEW public.wide;
DROP TYPE public.textrange;
ALTER TYPE public.floatrange RENAME TO floatrange__old;
ALTER TYPE public.floatmultirange RENAME TO floatmultirange__old;
ALTER FUNCTION public.floatrange(double precision, double precision) RENAME TO floatrange__old;
ALTER FUNCTION public.floatrange(double precision, double precision, text) RENAME TO floatrange__old;
ALTER FUNCTION public.floatmultirange() RENAME TO floatmultirange__old;
ALTER FUNCTION public.floatmultirange(public.floatrange__old) RENAME TO floatmultirange__old;
ALTER FUNCTION public.floatmultirange(VARIADIC public.floatrange__old[]) RENAME TO floatmultirange__old;
CREATE TYPE public.floatrange AS RANGE (SUBTYPE = double precision);
ALTER TABLE public.spans ALTER COLUMN span TYPE public.floatrange USING span::text::public.floatrange;
ALTER TABLE public.spans ALTER COLUMN spans TYPE public.floatmultirange USING spans::text::public.floatmultirange;
DROP TYPE public.floatrange__old;
CREATE VIEW public.wide AS
SELECT span
   FROM public.spans
  WHERE (span @> public.floatrange((1)::double precision, (2)::double precision));
