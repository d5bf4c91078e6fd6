ALTER TABLE public.orders ALTER COLUMN id TYPE bigint;
ALTER TABLE public.orders ALTER COLUMN note TYPE text;
ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(12,2);
