ALTER TABLE public.orders_0 ADD CONSTRAINT orders_0_id_not_null NOT NULL id;
ALTER TABLE public.orders ADD CONSTRAINT orders_id_not_null NOT NULL id;
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
