ALTER TABLE public.orders DROP CONSTRAINT orders_pkey;
-- nothing to do;
ALTER TABLE public.orders ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.orders_1 ALTER COLUMN id SET NOT NULL;
