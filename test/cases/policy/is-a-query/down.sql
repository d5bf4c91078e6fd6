DROP POLICY own ON public.notes;
DROP POLICY everything ON public.notes;
CREATE POLICY own ON public.notes FOR SELECT USING (( WITH me AS (
         SELECT CURRENT_USER AS name
        )
 SELECT (notes.owner = me.name)
   FROM me));
CREATE POLICY everything ON public.notes USING (( SELECT public.is_admin() AS is_admin)) WITH CHECK (( SELECT public.is_admin() AS is_admin) AND (id > 0));
