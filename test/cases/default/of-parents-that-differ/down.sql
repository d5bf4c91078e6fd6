DROP TABLE public.leaflet;
CREATE TABLE public.book (
  label text DEFAULT 'b'::text,
  note text DEFAULT NULL,
  pages integer
) INHERITS (public.named, public.titled);
