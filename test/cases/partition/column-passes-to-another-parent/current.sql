CREATE TABLE public.named (label text NOT NULL, rank integer CHECK (rank > 0));
CREATE TABLE public.titled (label text, year integer);
CREATE TABLE public.book (pages integer) INHERITS (public.named);
INSERT INTO public.book VALUES ('a', 1, 5);
