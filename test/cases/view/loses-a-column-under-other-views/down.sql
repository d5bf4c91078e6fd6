DROP VIEW public.w;
DROP VIEW public.v;
CREATE VIEW public.v AS
SELECT id,
    name
   FROM public.t;
CREATE VIEW public.w AS
SELECT id
   FROM public.v;
CREATE TRIGGER ins INSTEAD OF INSERT ON public.w
FOR EACH ROW EXECUTE FUNCTION public.ins();
CREATE RULE upd AS ON UPDATE TO public.w
DO INSTEAD NOTHING;
COMMENT ON VIEW public.w IS 'kept';
