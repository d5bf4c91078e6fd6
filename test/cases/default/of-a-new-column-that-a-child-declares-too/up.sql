ALTER TABLE public.old_orders ADD COLUMN kind text;
ALTER TABLE public.orders ADD COLUMN kind text DEFAULT 'new'::text;
ALTER TABLE public.old_orders ALTER COLUMN kind SET DEFAULT 'new'::text;
