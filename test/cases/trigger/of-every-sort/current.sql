CREATE TABLE public.t (id integer, "odd name" text, at timestamptz);
CREATE TABLE public.log (id integer);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE TRIGGER stays AFTER TRUNCATE ON public.t EXECUTE FUNCTION public.touch();
COMMENT ON TRIGGER stays ON public.t IS 'a comment';
ALTER TABLE public.t ENABLE REPLICA TRIGGER stays;
CREATE TRIGGER goes AFTER DELETE ON public.t EXECUTE FUNCTION public.touch();
ALTER TABLE public.t DISABLE TRIGGER goes;
