ALTER TABLE public.orders ADD CONSTRAINT has_id NOT NULL id NOT VALID;
ALTER TABLE public.orders_2 VALIDATE CONSTRAINT has_id;
COMMENT ON CONSTRAINT has_id ON public.orders_2 IS 'valid';
