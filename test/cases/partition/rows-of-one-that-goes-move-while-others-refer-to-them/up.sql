DROP TRIGGER note ON public.shops;
ALTER TABLE public.sales DROP CONSTRAINT sales_region_shop_fkey;
-- nothing to do;
CREATE TABLE public."shops_eu aside" AS SELECT region, id FROM public.shops_eu;
-- nothing to do;
ALTER TABLE public.shops DETACH PARTITION public.shops_eu;
DROP TABLE public.shops_eu;
CREATE TABLE public.shops_de PARTITION OF public.shops FOR VALUES IN ('de', 'it') PARTITION BY RANGE (id);
CREATE TABLE public.shops_de_low PARTITION OF public.shops_de FOR VALUES FROM (0) TO (100);
CREATE TABLE public.shops_rest PARTITION OF public.shops DEFAULT;
-- nothing to do;
INSERT INTO public.shops (region, id) OVERRIDING SYSTEM VALUE SELECT region, id FROM public."shops_eu aside";
DROP TABLE public."shops_eu aside";
-- nothing to do;
ALTER TABLE public.sales ADD CONSTRAINT sales_region_shop_fkey FOREIGN KEY (region, shop) REFERENCES public.shops (region, id);
CREATE TRIGGER note AFTER INSERT ON public.shops
FOR EACH ROW EXECUTE FUNCTION public.note();
