DROP POLICY allowed ON public.cats;
DROP POLICY allowed ON public.things_1;
DROP RULE kept ON public.things_1;
DROP TRIGGER noted ON public.things_1;
DROP VIEW public.first_cats;
DROP VIEW public.positive;
ALTER TABLE public.animals ALTER COLUMN id TYPE bigint;
ALTER TABLE public.things ALTER COLUMN id TYPE bigint;
CREATE VIEW public.first_cats AS
SELECT 1 AS one
   FROM public.kittens
  WHERE (id < 10);
CREATE VIEW public.positive AS
SELECT 1 AS one
   FROM public.things_1
  WHERE (id > 0);
CREATE TRIGGER noted BEFORE UPDATE OF id ON public.things_1
FOR EACH ROW WHEN (new.id > 0) EXECUTE FUNCTION public.noted();
CREATE RULE kept AS ON DELETE TO public.things_1 WHERE old.id > 100
DO INSTEAD NOTHING;
CREATE POLICY allowed ON public.cats USING (id > 0);
CREATE POLICY allowed ON public.things_1 USING (id > 0);
