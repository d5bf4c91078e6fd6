DROP POLICY everything ON public.notes;
DROP POLICY own ON public.notes;
CREATE POLICY everything ON public.notes USING (( SELECT (public.is_admin() OR false)));
CREATE POLICY own ON public.notes USING (( VALUES (true)));
