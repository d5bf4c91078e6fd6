ALTER TABLE public.sales ADD COLUMN total__new integer;
ALTER TABLE public.sales ALTER COLUMN total__new TYPE integer USING total;
ALTER TABLE public.sales DROP COLUMN total;
ALTER TABLE public.sales RENAME COLUMN total__new TO total;
