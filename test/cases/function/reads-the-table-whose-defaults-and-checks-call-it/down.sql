DROP POLICY "some" ON public.items;
ALTER TABLE public.items DROP CONSTRAINT items_fit;
ALTER TABLE public.items ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.next();
DROP FUNCTION public.fits(public.items);
DROP TABLE public.items;
