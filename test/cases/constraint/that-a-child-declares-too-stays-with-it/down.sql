ALTER TABLE public.orders ADD CONSTRAINT positive CHECK (id > 0);
