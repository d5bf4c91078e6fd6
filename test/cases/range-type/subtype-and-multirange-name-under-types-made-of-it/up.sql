ALTER TYPE public.spans RENAME TO span_multirange;
ALTER FUNCTION public.spans() RENAME TO span_multirange;
ALTER FUNCTION public.spans(public.span) RENAME TO span_multirange;
ALTER FUNCTION public.spans(VARIADIC public.span[]) RENAME TO span_multirange;
ALTER TYPE public.week RENAME TO week__old;
ALTER DOMAIN public.often RENAME TO often__old;
ALTER TYPE public.visit RENAME TO visit__old;
ALTER TYPE public.span RENAME TO span__old;
ALTER TYPE public.span_multirange RENAME TO span_multirange__old;
ALTER FUNCTION public.span(integer, integer) RENAME TO span__old;
ALTER FUNCTION public.span(integer, integer, text) RENAME TO span__old;
ALTER FUNCTION public.span_multirange() RENAME TO span_multirange__old;
ALTER FUNCTION public.span_multirange(public.span__old) RENAME TO span_multirange__old;
ALTER FUNCTION public.span_multirange(VARIADIC public.span__old[]) RENAME TO span_multirange__old;
CREATE TYPE public.span AS RANGE (SUBTYPE = bigint);
CREATE TYPE public.visit AS (
  open public.span_multirange
);
CREATE DOMAIN public.often AS public.span_multirange;
CREATE TYPE public.week AS (
  days public.span_multirange[],
  hours public.often
);
ALTER TABLE public.shops ALTER COLUMN week TYPE public.week USING week::text::public.week;
ALTER TABLE public.shops ALTER COLUMN open TYPE public.often USING open::text::public.often;
ALTER TABLE public.shops ALTER COLUMN visited TYPE public.visit USING visited::text::public.visit;
ALTER TABLE public.shops ALTER COLUMN closed TYPE public.span_multirange[] USING closed::text::public.span_multirange[];
ALTER TABLE public.shops ALTER COLUMN during TYPE public.span_multirange USING during::text::public.span_multirange;
DROP TYPE public.week__old;
DROP DOMAIN public.often__old;
DROP TYPE public.visit__old;
DROP TYPE public.span__old;
ALTER TYPE public.visit RENAME TO visit__old;
CREATE TYPE public.visit AS (
  open public.span
);
ALTER TABLE public.shops ALTER COLUMN visited TYPE public.visit USING visited::text::public.visit;
DROP TYPE public.visit__old;
ALTER TABLE public.shops ALTER COLUMN during TYPE public.span USING during::text::public.span;
