CREATE TABLE public.named (id integer, label varchar(10) NOT NULL);
CREATE TABLE public.titled (label varchar(10), year integer);
CREATE TABLE public.book (pages integer CHECK (pages > 0)) INHERITS (public.named, public.titled);
CREATE TABLE public.novel (author text) INHERITS (public.book);
CREATE VIEW public.labels AS SELECT label FROM public.book;
INSERT INTO public.named VALUES (1, 'a');
INSERT INTO public.titled VALUES ('b', 2000);
INSERT INTO public.book VALUES (2, 'c', 2001, 5);
INSERT INTO public.novel VALUES (3, 'd', 2002, 6, 'e');
