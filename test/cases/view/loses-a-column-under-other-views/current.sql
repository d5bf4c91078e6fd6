CREATE TABLE public.t (id integer, name text);
INSERT INTO public.t VALUES (1, 'x');
CREATE VIEW public.v AS SELECT id, name FROM public.t;
CREATE VIEW public.w AS SELECT id FROM public.v;
COMMENT ON VIEW public.w IS 'kept';
CREATE FUNCTION public.ins() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER ins INSTEAD OF INSERT ON public.w FOR EACH ROW EXECUTE FUNCTION public.ins();
CREATE RULE upd AS ON UPDATE TO public.w DO INSTEAD NOTHING;
