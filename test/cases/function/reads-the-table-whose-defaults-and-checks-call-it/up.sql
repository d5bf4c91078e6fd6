CREATE TABLE public.items (
  id bigint NOT NULL,
  size integer,
  CONSTRAINT items_pkey PRIMARY KEY (id)
);
CREATE FUNCTION public.fits(public.items)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
RETURN (($1).size > 0);
CREATE FUNCTION public.next()
RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.items;
END;
ALTER TABLE public.items ALTER COLUMN id SET DEFAULT public.next();
ALTER TABLE public.items ADD CONSTRAINT items_fit CHECK (public.fits(items.*));
CREATE POLICY "some" ON public.items USING (public.next() < 5);
