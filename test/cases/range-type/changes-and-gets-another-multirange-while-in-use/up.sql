ALTER TABLE public.shops ALTER COLUMN open DROP DEFAULT;
CREATE FUNCTION public.distance(bigint, bigint)
RETURNS double precision
LANGUAGE sql
IMMUTABLE
AS $$SELECT ($1 - $2)::float8$$;
ALTER TYPE public.span_multirange RENAME TO spans;
ALTER FUNCTION public.span_multirange() RENAME TO spans;
ALTER FUNCTION public.span_multirange(public.span) RENAME TO spans;
ALTER FUNCTION public.span_multirange(VARIADIC public.span[]) RENAME TO spans;
ALTER TYPE public.span RENAME TO span__old;
ALTER TYPE public.spans RENAME TO spans__old;
ALTER FUNCTION public.span(bigint, bigint) RENAME TO span__old;
ALTER FUNCTION public.span(bigint, bigint, text) RENAME TO span__old;
ALTER FUNCTION public.spans() RENAME TO spans__old;
ALTER FUNCTION public.spans(public.span__old) RENAME TO spans__old;
ALTER FUNCTION public.spans(VARIADIC public.span__old[]) RENAME TO spans__old;
CREATE TYPE public.span AS RANGE (SUBTYPE = bigint, SUBTYPE_DIFF = public.distance, MULTIRANGE_TYPE_NAME = public.spans);
ALTER TABLE public.shops ALTER COLUMN first TYPE public.span USING first::text::public.span;
ALTER TABLE public.shops ALTER COLUMN open TYPE public.spans USING open::text::public.spans;
ALTER TABLE public.shops ALTER COLUMN lists TYPE public.spans[] USING lists::text::public.spans[];
DROP TYPE public.span__old;
ALTER TABLE public.shops ALTER COLUMN open SET DEFAULT '{}'::public.spans;
