CREATE TABLE public.t (id integer, name varchar(10), status varchar(10));
CREATE VIEW public.v AS SELECT id FROM public.t WHERE status IN ('a', 'b');
CREATE VIEW public.w WITH (security_barrier = on) AS SELECT * FROM public.v;
