CREATE TABLE public.old_parent (id integer, size integer, CONSTRAINT size_fits CHECK (size > 0));
CREATE TABLE public.child (x integer) INHERITS (public.old_parent);
INSERT INTO public.child VALUES (1, 2, 3);
