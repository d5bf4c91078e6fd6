CREATE TABLE public.t (id integer, name text);
CREATE TABLE public.log (id integer, what text);
CREATE RULE a AS ON INSERT TO public.t WHERE (new.id < 0) DO INSTEAD NOTHING;
CREATE RULE b AS ON DELETE TO public.t DO ALSO INSERT INTO public.log VALUES (old.id, ' DO ');
COMMENT ON RULE b ON public.t IS 'b';
ALTER TABLE public.t DISABLE RULE b;
CREATE RULE gone AS ON UPDATE TO public.t DO ALSO NOTHING;
