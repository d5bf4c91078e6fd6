ALTER TABLE public.orders_1 ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.orders ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.orders DETACH PARTITION public.orders_1;
ALTER TABLE public.orders_1 RENAME CONSTRAINT orders_id_not_null TO orders_1_id_not_null;
ALTER TABLE public.orders ATTACH PARTITION public.orders_1 FOR VALUES FROM (1) TO (1000);
ALTER TABLE public.orders_1 ALTER COLUMN id SET NOT NULL;
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
