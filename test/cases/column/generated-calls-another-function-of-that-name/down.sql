DROP VIEW public.taxes;
ALTER TABLE public.sales DROP COLUMN tax;
DROP FUNCTION public.tax(numeric, numeric, integer);
CREATE FUNCTION public.tax(amount numeric, rate numeric DEFAULT 0.2)
RETURNS numeric
LANGUAGE sql
IMMUTABLE
AS $$SELECT amount * rate$$;
ALTER TABLE public.sales ADD COLUMN tax numeric GENERATED ALWAYS AS (public.tax(amount, 0.1)) STORED;
CREATE VIEW public.taxes AS
SELECT id,
    tax
   FROM public.sales;
