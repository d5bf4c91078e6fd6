-- nothing to do;
ALTER TABLE public.orders ALTER COLUMN id DROP NOT NULL;
