ALTER TABLE public.shops ALTER COLUMN during TYPE public.span_multirange USING during::text::public.span_multirange;
ALTER TYPE public.visit RENAME TO visit__old;
CREATE TYPE public.visit AS (
  open public.span_multirange
);
ALTER TABLE public.shops ALTER COLUMN visited TYPE public.visit USING visited::text::public.visit;
DROP TYPE public.visit__old;
ALTER TYPE public.span_multirange RENAME TO spans;
ALTER FUNCTION public.span_multirange() RENAME TO spans;
ALTER FUNCTION public.span_multirange(public.span) RENAME TO spans;
ALTER FUNCTION public.span_multirange(VARIADIC public.span[]) RENAME TO spans;
ALTER TYPE public.week RENAME TO week__old;
ALTER DOMAIN public.often RENAME TO often__old;
ALTER TYPE public.visit RENAME TO visit__old;
ALTER TYPE public.span RENAME TO span__old;
ALTER TYPE public.spans RENAME TO spans__old;
ALTER FUNCTION public.span(bigint, bigint) RENAME TO span__old;
ALTER FUNCTION public.span(bigint, bigint, text) RENAME TO span__old;
ALTER FUNCTION public.spans() RENAME TO spans__old;
ALTER FUNCTION public.spans(public.span__old) RENAME TO spans__old;
ALTER FUNCTION public.spans(VARIADIC public.span__old[]) RENAME TO spans__old;
CREATE TYPE public.span AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = public.spans);
CREATE TYPE public.visit AS (
  open public.spans
);
CREATE DOMAIN public.often AS public.spans;
CREATE TYPE public.week AS (
  days public.spans[],
  hours public.often
);
ALTER TABLE public.shops ALTER COLUMN week TYPE public.week USING week::text::public.week;
ALTER TABLE public.shops ALTER COLUMN open TYPE public.often USING open::text::public.often;
ALTER TABLE public.shops ALTER COLUMN visited TYPE public.visit USING visited::text::public.visit;
ALTER TABLE public.shops ALTER COLUMN closed TYPE public.spans[] USING closed::text::public.spans[];
ALTER TABLE public.shops ALTER COLUMN during TYPE public.spans USING during::text::public.spans;
DROP TYPE public.week__old;
DROP DOMAIN public.often__old;
DROP TYPE public.visit__old;
DROP TYPE public.span__old;
