CREATE FUNCTION public.f(integer, text) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE VIEW public.v AS SELECT public.f(1, 'x') AS one;
CREATE VIEW public.w AS SELECT one + 1 AS two FROM public.v;
CREATE TABLE public.t (id integer DEFAULT public.f(1, 'y') CHECK (public.f(id, 'z') > 0));
INSERT INTO public.t VALUES (5);
CREATE INDEX ON public.t (id);
