-- nothing to do;
-- nothing to do;
CREATE TABLE public.orders_fr PARTITION OF public.orders FOR VALUES IN ('fr') WITH (fillfactor=80);
ALTER TABLE public.orders_de RENAME CONSTRAINT orders_de_pkey TO de_key;
ALTER INDEX public.orders_de_country_idx RENAME TO by_country;
CREATE INDEX de_only ON public.orders_de (id);
COMMENT ON INDEX public.by_country IS 'Of one country';
COMMENT ON TABLE public.orders_de IS 'Germany';
