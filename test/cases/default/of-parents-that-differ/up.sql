DROP TABLE public.book;
CREATE TABLE public.leaflet (
  label text DEFAULT 'c'::text,
  note text DEFAULT NULL
) INHERITS (public.named, public.titled);
