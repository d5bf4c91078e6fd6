ALTER TABLE public.counts ALTER COLUMN doubled DROP EXPRESSION;
ALTER TABLE public.counts ALTER COLUMN doubled TYPE integer USING doubled::integer;
DROP FUNCTION public.twice(numeric);
