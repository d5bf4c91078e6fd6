DROP VIEW public.always;
ALTER TABLE public.shops ALTER COLUMN open DROP DEFAULT;
ALTER TYPE public.open_hours RENAME TO opening;
ALTER FUNCTION public.open_hours() RENAME TO opening;
ALTER FUNCTION public.open_hours(public.hours) RENAME TO opening;
ALTER FUNCTION public.open_hours(VARIADIC public.hours[]) RENAME TO opening;
ALTER TABLE public.shops ALTER COLUMN open SET DEFAULT '{}'::public.opening;
CREATE VIEW public.always AS
SELECT open,
    first
   FROM public.shops
  WHERE (open = public.opening(first));
