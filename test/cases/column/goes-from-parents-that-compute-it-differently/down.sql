ALTER TABLE public.sized ADD COLUMN computed integer GENERATED ALWAYS AS (size + 1) STORED;
ALTER TABLE public.numbered ADD COLUMN computed integer GENERATED ALWAYS AS (id * 2) STORED;
