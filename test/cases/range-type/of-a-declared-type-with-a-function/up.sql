ALTER TABLE public.turns DROP COLUMN over_the;
DROP TYPE public.arc;
DROP FUNCTION public.apart(public.degrees, public.degrees);
DROP DOMAIN public.degrees;
