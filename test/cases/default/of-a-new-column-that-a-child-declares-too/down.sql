-- nothing to do;
ALTER TABLE public.orders DROP COLUMN kind;
ALTER TABLE public.old_orders DROP COLUMN kind;
