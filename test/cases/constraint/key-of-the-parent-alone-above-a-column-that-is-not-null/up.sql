ALTER TABLE public.orders DROP CONSTRAINT orders_pkey;
-- nothing to do;
ALTER TABLE public.orders ALTER COLUMN id DROP NOT NULL;
