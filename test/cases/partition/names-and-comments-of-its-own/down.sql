COMMENT ON TABLE public.orders_de IS NULL;
COMMENT ON INDEX public.by_country IS NULL;
DROP INDEX public.de_only;
-- nothing to do;
-- nothing to do;
DROP TABLE public.orders_fr;
ALTER TABLE public.orders_de RENAME CONSTRAINT de_key TO orders_de_pkey;
ALTER INDEX public.by_country RENAME TO orders_de_country_idx;
