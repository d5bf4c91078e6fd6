ALTER TYPE public.late ALTER ATTRIBUTE a TYPE text CASCADE;
ALTER TYPE public.span RENAME TO span__old;
ALTER TYPE public.span_multirange RENAME TO span_multirange__old;
ALTER FUNCTION public.span(public.small, public.small) RENAME TO span__old;
ALTER FUNCTION public.span(public.small, public.small, text) RENAME TO span__old;
ALTER FUNCTION public.span_multirange() RENAME TO span_multirange__old;
ALTER FUNCTION public.span_multirange(public.span__old) RENAME TO span_multirange__old;
ALTER FUNCTION public.span_multirange(VARIADIC public.span__old[]) RENAME TO span_multirange__old;
ALTER DOMAIN public.small RENAME TO small__old;
CREATE DOMAIN public.small AS integer;
CREATE TYPE public.span AS RANGE (SUBTYPE = public.small);
DROP TYPE public.span__old;
DROP DOMAIN public.small__old;
ALTER TYPE public.wide RENAME TO wide__old;
CREATE TYPE public.wide AS (
  a public.span[]
);
ALTER TABLE public.t ALTER COLUMN w TYPE public.wide USING w::text::public.wide;
DROP TYPE public.wide__old;
ALTER TABLE public.t ADD COLUMN gone public.span;
