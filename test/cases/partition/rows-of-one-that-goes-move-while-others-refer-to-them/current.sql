CREATE TABLE public.seen (region text);
CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.seen VALUES (NEW.region); RETURN NULL; END';
CREATE TABLE public.shops (region text, id integer, PRIMARY KEY (region, id)) PARTITION BY LIST (region);
CREATE TABLE public.shops_eu PARTITION OF public.shops FOR VALUES IN ('de', 'fr', 'it');
CREATE TABLE public.shops_us PARTITION OF public.shops FOR VALUES IN ('us');
INSERT INTO public.shops VALUES ('de', 1), ('fr', 2), ('it', 3), ('us', 4);
CREATE TRIGGER note AFTER INSERT ON public.shops FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE TABLE public.sales (region text, shop integer, FOREIGN KEY (region, shop) REFERENCES public.shops);
INSERT INTO public.sales VALUES ('de', 1), ('fr', 2), ('us', 4);
