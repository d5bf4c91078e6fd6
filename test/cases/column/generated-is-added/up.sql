ALTER TABLE public.prices ADD COLUMN gross numeric GENERATED ALWAYS AS (net * ((1)::numeric + rate)) STORED;
