ALTER TABLE public.sales DROP COLUMN total;
ALTER TABLE public.sales ADD COLUMN total integer GENERATED ALWAYS AS (price * 2) STORED;
