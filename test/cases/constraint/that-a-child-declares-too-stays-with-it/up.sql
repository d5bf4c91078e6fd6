ALTER TABLE public.orders DROP CONSTRAINT positive;
