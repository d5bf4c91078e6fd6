DROP FUNCTION public.factorial(numeric);
