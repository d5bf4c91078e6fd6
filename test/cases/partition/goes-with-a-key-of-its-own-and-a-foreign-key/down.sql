CREATE TABLE public."orders aside" AS SELECT * FROM ONLY public.orders;
DROP TABLE public.orders;
CREATE TABLE public.places (
  id integer NOT NULL,
  country text NOT NULL,
  CONSTRAINT places_pkey PRIMARY KEY (id, country)
);
CREATE TABLE public.orders (
  id integer,
  country text
) PARTITION BY LIST (country);
CREATE TABLE public.orders_de (
  id integer NOT NULL,
  country text NOT NULL
);
ALTER TABLE public.orders_de ADD CONSTRAINT orders_de_pkey PRIMARY KEY (id, country);
CREATE UNIQUE INDEX orders_id ON public.orders (id, country);
ALTER TABLE public.orders ATTACH PARTITION public.orders_de FOR VALUES IN ('de');
INSERT INTO public.orders (id) SELECT id FROM public."orders aside";
DROP TABLE public."orders aside";
ALTER TABLE public.places ADD CONSTRAINT places_order FOREIGN KEY (id, country) REFERENCES public.orders (id, country);
ALTER TABLE public.orders ADD CONSTRAINT orders_place FOREIGN KEY (id, country) REFERENCES public.places (id, country);
