CREATE TABLE public.named (label text DEFAULT 'a');
CREATE TABLE public.titled (label text DEFAULT 'b');
CREATE TABLE public.book (label text DEFAULT 'a', pages integer) INHERITS (public.named, public.titled);
INSERT INTO public.book VALUES ('x', 5);
