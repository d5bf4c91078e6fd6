DROP TRIGGER touch ON public.t;
DROP FUNCTION public.touch_it();
CREATE FUNCTION public.touch()
RETURNS trigger
LANGUAGE plpgsql
AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT ON public.t
FOR EACH ROW EXECUTE FUNCTION public.touch();
