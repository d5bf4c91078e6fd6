ALTER TABLE public.t ALTER COLUMN more DROP EXPRESSION;
ALTER TABLE public.t ALTER COLUMN more TYPE public.thing USING more::text::public.thing;
