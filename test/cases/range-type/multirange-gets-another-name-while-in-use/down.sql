DROP VIEW public.always;
ALTER TABLE public.shops ALTER COLUMN open DROP DEFAULT;
ALTER TYPE public.opening RENAME TO open_hours;
ALTER FUNCTION public.opening() RENAME TO open_hours;
ALTER FUNCTION public.opening(public.hours) RENAME TO open_hours;
ALTER FUNCTION public.opening(VARIADIC public.hours[]) RENAME TO open_hours;
ALTER TABLE public.shops ALTER COLUMN open SET DEFAULT '{}'::public.open_hours;
CREATE VIEW public.always AS
SELECT open,
    first
   FROM public.shops
  WHERE (open = public.open_hours(first));
