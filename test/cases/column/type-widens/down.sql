ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(8,2);
ALTER TABLE public.orders ALTER COLUMN note TYPE character varying(10);
ALTER TABLE public.orders ALTER COLUMN id TYPE integer;
