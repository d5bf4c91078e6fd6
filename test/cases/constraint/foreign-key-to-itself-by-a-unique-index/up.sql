CREATE TABLE public.places (
  code text,
  region text
);
CREATE UNIQUE INDEX places_code ON public.places (code);
ALTER TABLE public.places ADD CONSTRAINT places_region FOREIGN KEY (region) REFERENCES public.places (code);
